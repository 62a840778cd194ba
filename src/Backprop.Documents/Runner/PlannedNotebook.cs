namespace Backprop.Documents;

/// <summary>A notebook that is to be run.</summary>
/// <param name="Source">Where it is: a full path.</param>
/// <param name="Label">What messages call it: the path as the user would type it.</param>
/// <param name="Name">
/// Its place below the output folder, without ending, sub-folders separated by <c>/</c>: <c>part-1/08-graphs</c>.
/// </param>
public sealed record PlannedNotebook(string Source, string Label, string Name)
{
    /// <summary>The executed notebook, relative to the output folder.</summary>
    public string NotebookPath => Name + ".ipynb";

    /// <summary>The page, relative to the output folder. <c>index.html</c> is the list of lessons.</summary>
    public string PagePath =>
        Name.Equals("index", StringComparison.OrdinalIgnoreCase) ? "index-page.html" : Name + ".html";
}
