using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Services;

/// <summary>By which call the app has something registered that it does not register itself: a helper of its own, a library's method that names the type, a scan.</summary>
internal sealed class RegistrationSites
{
    private readonly CodeModel _code;
    private readonly IReadOnlyList<Call> _calls;
    private readonly List<ServiceRegistration> _generic;
    private readonly HashSet<Call> _read;

    /// <param name="code">The code.</param>
    /// <param name="calls">The calls that wire the app.</param>
    /// <param name="written">The registrations that are read in them.</param>
    public RegistrationSites(CodeModel code, IReadOnlyList<Call> calls, IReadOnlyList<ServiceRegistration> written)
    {
        _read = [.. written.Select(w => w.Call).OfType<Call>()];
        _code = code;
        _calls = calls;
        _generic = [.. written.Where(w => w.Call is not null && w.Service.HasParameters)];
    }

    /// <summary>The call of the app's generic helper that names the types, or the helper's own where several do.</summary>
    public Call? Helper(RegistrationMatch registration)
    {
        foreach (var written in _generic)
        {
            if (written.Lifetime != registration.Composed.Lifetime)
                continue;
            var callers = _calls.Where(c => _code.FunctionOf(c.Method) == written.Call!.Function && ReferenceEquals(_code.Program.Symbols.Substitute(written.Service, [], c.Method.TypeArguments), registration.Service)).ToList();
            if (callers.Count > 0)
                return callers is [var only] ? only : written.Call;
        }

        return null;
    }

    /// <summary>The one call of a library, or of Autofac's, that names the service or its implementation.</summary>
    public Call? Naming(RegistrationMatch registration)
    {
        var types = new[] { registration.Service, registration.Implementation }.OfType<TypeRef>().Where(IsOwn).ToList();
        return Only(_calls.Where(c => (c.Method.Name == "RegisterType" || c.Method.Name.StartsWith("Add", StringComparison.Ordinal)) && !_read.Contains(c) && !IsScan(c) && c.Method.TypeArguments.Any(types.Contains)));
    }

    /// <summary>The one call that puts something around the service.</summary>
    public Call? Decoration(TypeRef service) =>
        Only(_calls.Where(c => c.Method.Name is "Decorate" or "TryDecorate" && c.Method.TypeArguments is [var decorated, _] && ReferenceEquals(decorated, service)));

    /// <summary>The one scan of the code that may have found it: of the services' own library, or else one that takes any.</summary>
    public Call? Scan(RegistrationMatch registration)
    {
        var scans = _calls.Where(IsScan).ToList();
        var special = scans.Where(c => LibraryOf(c) is { Length: > 0 } library && IsOf(registration.Service, library)).ToList();
        return Only(special.Count > 0 ? special : scans.Where(c => LibraryOf(c).Length == 0));
    }

    /// <summary>Methods that say so, and a library's own entrance: <c>AddMediatR</c>.</summary>
    private bool IsScan(Call call) =>
        call.Method.Name == "Scan" || call.Method.Name.Contains("Assembl", StringComparison.Ordinal) && call.Method.Name != "FromAssemblyOf"
        || LibraryOf(call) is { Length: > 0 } library && call.Method.Name == "Add" + library;

    /// <summary>The first name of the library whose services a scan looks for; empty for a scan of the app's own, and for libraries that take any service.</summary>
    private string LibraryOf(Call call)
    {
        var library = First(call.Method.DeclaringType.Assembly);
        return library == ServiceSymbols.Decorations || library == ServiceSymbols.OtherContainer || _code.FunctionOf(call.Method) is not null ? "" : library;
    }

    /// <summary>The service is the library's, or something of the app that is.</summary>
    private bool IsOf(TypeRef service, string library) =>
        _code.Program.SelfAndBases(service).Any(t => First(t.Namespace) == library || First(t.Assembly) == library);

    private static string First(string name) => name.Split('.')[0];

    private bool IsOwn(TypeRef type) => _code.Program.Find(type) is { IsExternal: false };

    private static Call? Only(IEnumerable<Call> calls) => calls.Take(2).ToList() is [var only] ? only : null;
}
