namespace Backprop.Display;

// Directives/: what a line such as `#!time` is, as plain data. Parsing it is the session's business, and each host maps
// a directive to its own kind. It knows no parser and no front end.

/// <summary>
/// A line of a cell that is no C#: <c>#!time</c>, <c>#!train net --epochs 5</c>. One definition serves every host.
/// </summary>
/// <param name="name">With the marks: <c>#!time</c>.</param>
/// <param name="summary">What it does, in one line that begins with a verb: <c>shows how long the cell ran</c>.</param>
/// <param name="run">What it does. An error that is the learner's is thrown as <see cref="DirectiveException"/>.</param>
public sealed class Directive(string name, string summary, Func<DirectiveCall, Task> run)
{
    /// <summary>With the marks: <c>#!time</c>.</summary>
    public string Name { get; } = name;

    /// <summary>What it does, in one line.</summary>
    public string Summary { get; } = summary;

    /// <summary>What it does.</summary>
    public Func<DirectiveCall, Task> Run { get; } = run;

    /// <summary>Other names, such as <c>#!c#</c> for <c>#!csharp</c>.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>How much of the cell it is about.</summary>
    public DirectiveReach Reach { get; init; }

    /// <summary>Values without a name, in order: <c>net</c> in <c>#!train net</c>.</summary>
    public IReadOnlyList<DirectiveOption> Arguments { get; init; } = [];

    /// <summary>Values with a name: <c>--epochs 5</c>.</summary>
    public IReadOnlyList<DirectiveOption> Options { get; init; } = [];

    /// <summary>True for one that is understood but not listed.</summary>
    public bool IsHidden { get; init; }
}
