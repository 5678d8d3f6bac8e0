using System.Linq.Expressions;

namespace FluentValidation
{
    public interface IRuleBuilderInitial<T, out TProperty> : IRuleBuilder<T, TProperty>;

    public interface IRuleBuilderOptions<T, out TProperty> : IRuleBuilder<T, TProperty>;

    public interface IRuleBuilder<T, out TProperty>;

    public abstract class AbstractValidator<T>
    {
        public IRuleBuilderInitial<T, TProperty> RuleFor<TProperty>(Expression<Func<T, TProperty>> expression) => null!;
    }

    public static class DefaultValidatorExtensions
    {
        public static IRuleBuilderOptions<T, TProperty> NotEmpty<T, TProperty>(this IRuleBuilder<T, TProperty> ruleBuilder) => null!;
        public static IRuleBuilderOptions<T, TProperty> MustAsync<T, TProperty>(this IRuleBuilder<T, TProperty> ruleBuilder, Func<TProperty, CancellationToken, Task<bool>> predicate) => null!;
    }
}
