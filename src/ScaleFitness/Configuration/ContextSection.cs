using ScaleFitness.Findings;
using ScaleFitness.Json;

namespace ScaleFitness.Configuration;

/// <summary>Reads the <c>context</c> of <c>scalefitness.json</c>: the scale that the team plans for.</summary>
internal sealed class ContextSection(Source source, Values values)
{
    public ScaleContext Read(Part part)
    {
        var keys = new ObjectReader(source, part, "\"context\"", Keys.Context);
        var none = new ScaleContext();
        return new()
        {
            Instances = keys.Get("instances", p => (int)values.Whole(p, "\"instances\"", 1, int.MaxValue), none.Instances),
            RequestsPerSecond = keys.Get("requestsPerSecond", p => values.Positive(p, "\"requestsPerSecond\""), none.RequestsPerSecond),
            Growth = keys.Get("growth", p => values.Positive(p, "\"growth\""), none.Growth),
            Tenants = keys.Get("tenants", p => (int)values.Whole(p, "\"tenants\"", 1, int.MaxValue), none.Tenants),
            Rows = keys.Get("rows", ReadRows, none.Rows),
            Declared = Keys.Context.Where(key => keys[key] is not null).ToHashSet(),
        };
    }

    private IReadOnlyDictionary<string, long> ReadRows(Part part) =>
        values.Object(part, "\"rows\"").Members.ToDictionary(m => m.Name, m => values.Whole(m.Value, $"the rows of \"{m.Name}\"", 0));
}
