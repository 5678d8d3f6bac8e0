using ScaleFitness.Findings;
using ScaleFitness.Reports;

namespace ScaleFitness;

/// <summary>Tells a build server from a developer's machine.</summary>
internal sealed class BuildServer(Func<string, string?> variables)
{
    private static readonly IReadOnlyList<string> _marks =
    [
        "CI", "TF_BUILD", "GITHUB_ACTIONS", "GITLAB_CI", "JENKINS_URL", "TEAMCITY_VERSION", "BUILDKITE", "CIRCLECI", "APPVEYOR",
        "CODEBUILD_BUILD_ID", "BITBUCKET_BUILD_NUMBER", "TRAVIS",
    ];

    /// <summary>Whether this is one.</summary>
    public bool IsPresent => _marks.Any(IsSet);

    /// <summary>The annotation of a finding in the log of the build server at hand, or null where it knows none.</summary>
    public Func<Finding, string>? Annotation =>
        IsSet("GITHUB_ACTIONS") ? Annotations.GitHub
        : IsSet("TF_BUILD") ? Annotations.Azure
        : null;

    // "CI=false" is how people say on purpose that this is none.
    private bool IsSet(string variable) =>
        variables(variable) is { Length: > 0 } value && !value.Equals("false", StringComparison.OrdinalIgnoreCase) && value != "0";
}
