using Backprop.Display;

namespace Backprop;

// Directives/: #!train and its kin, as plain data with a handler, one file each. They know no parser and no host.

/// <summary>The directives for seeing and training networks. A host adds them to its own.</summary>
public static class NotebookDirectives
{
    /// <summary>Those that any C# notebook can use.</summary>
    public static IReadOnlyList<Directive> Learning { get; } =
    [
        TrainDirective.Create(),
        TuneDirective.Create(),
        PlotDirective.Create(),
        GraphDirective.Create(),
        SummaryDirective.Create(),
        GradCheckDirective.Create(),
        DataDirective.Create(),
        SaveDirective.Create(),
        LoadDirective.Create(),
        SeedDirective.Create(),
        DeviceDirective.Create(),
        CheckDirective.Create(),
        HintDirective.Create(),
    ];

    /// <summary>Those that other C# notebooks bring themselves.</summary>
    public static IReadOnlyList<Directive> Familiar { get; } =
    [
        JavaScriptDirective.Create(),
        MermaidDirective.Create(),
        SetDirective.Create(),
        ShareDirective.Create(),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Directive> All { get; } = [.. Learning, .. Familiar];
}
