using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Asking;

/// <summary>Writes answers of callers: of one form, and different for callers that differ.</summary>
internal static class AnswerText
{
    public static string Of(CallerFact fact, bool isChanged, AnswerForm form)
    {
        if (fact.Kind == CallerFactKind.Address || fact.Name.Contains("Forwarded-For", StringComparison.OrdinalIgnoreCase) || fact.Name.EndsWith("-IP", StringComparison.OrdinalIgnoreCase))
            return isChanged ? "192.0.2.2" : "192.0.2.1";
        if (fact.Kind == CallerFactKind.Host)
            return isChanged ? "two.example.com" : "one.example.com";
        var text = form switch
        {
            AnswerForm.Guid => isChanged ? "22222222-2222-4222-8222-222222222222" : "11111111-1111-4111-8111-111111111111",
            AnswerForm.Number => isChanged ? "22" : "11",
            _ => isChanged ? "two" : "one",
        };
        return fact is { Kind: CallerFactKind.Header, Name: "Authorization" } ? "Bearer " + text : text;
    }
}
