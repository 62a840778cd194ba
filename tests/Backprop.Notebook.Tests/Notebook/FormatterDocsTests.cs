using System.Text.RegularExpressions;
using Backprop.Display;
using Backprop.Scripting;
using Backprop.Tests.Scripting;

namespace Backprop.Tests.Notebook;

public partial class FormatterDocsTests
{
    [Fact]
    public async Task The_examples_of_the_page_on_formatters_run_and_show_what_it_says()
    {
        NotebookDefaults.Register();
        await using var session = new NotebookSession(new SessionOptions
        {
            References = [typeof(Tensor).Assembly, typeof(Formatter).Assembly, typeof(NotebookDefaults).Assembly],
            Usings = [.. SessionOptions.DefaultUsings, "Backprop"],
            StaticUsings = ["Backprop.Display.Show", "Backprop.Functional"],
        });
        var shown = new List<CellResult>();
        foreach (Match example in Examples().Matches(Page()))
        {
            CellResult result = await session.Run(example.Groups[1].Value);
            Assert.True(result.Status == CellStatus.Ok, string.Join('\n', result.Error?.Traceback ?? []));
            shown.Add(result);
        }
        Assert.Equal(7, shown.Count);
        Assert.Contains("stroke='teal'", (string)shown[4].Value!.Formats[MimeBundle.Html], StringComparison.Ordinal);
        Assert.Equal("the zero vector", shown[5].Value!.PlainText);
        Assert.Equal("a box", shown[6].Value!.PlainText);
        Assert.Contains(session.Outputs, output => output is UpdateOutput);
    }

    private static string Page()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Course.sln")))
            folder = folder.Parent;
        return File.ReadAllText(Path.Combine(folder.FullName, "docs", "formatters.md"));
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Examples();
}
