using Backprop.Display;

namespace Backprop.Documents;

/// <summary><c>#!import FILE</c>: runs the C# of another file as if its cells stood in this one.</summary>
public static class ImportDirective
{
    /// <summary>The directive.</summary>
    public static Directive Create() => new("#!import", "runs the C# of a notebook (.ipynb, .dib) or a file (.cs, .csx)", Run)
    {
        Arguments = [DirectiveOption.Of<string>("file", "relative to this notebook") with { IsRequired = true }],
    };

    private static async Task Run(DirectiveCall call)
    {
        string label = call.Get<string>("file");
        string path = Path.GetFullPath(Path.Combine(call.Host.Folder, label));
        if (!File.Exists(path))
            throw new DirectiveException($"{label}: there is no such file beside this notebook.", "file");
        try
        {
            if (NotebookFile.IsNotebook(path))
                await RunCells(NotebookFile.Read(path, label), label, call);
            else if (Path.GetExtension(path) is ".cs" or ".csx")
                await call.Host.RunCode(await File.ReadAllTextAsync(path, call.Cancel), label);
            else
                throw new DirectiveException($"{label}: .ipynb, .dib, .cs and .csx files can be imported.", "file");
        }
        catch (DocumentException error)
        {
            throw new DirectiveException(error.Message, "file");
        }
    }

    private static async Task RunCells(NotebookDocument notebook, string label, DirectiveCall call)
    {
        int count = 0;
        foreach (NotebookCell cell in notebook.Cells.Where(cell => cell.IsRunnable))
        {
            count++;
            call.Cancel.ThrowIfCancellationRequested();
            await call.Host.RunCode(cell.Source, FormattableString.Invariant($"{label}, cell {count}"));
        }
    }
}
