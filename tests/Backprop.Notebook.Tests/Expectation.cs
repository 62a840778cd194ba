using System.Text;
using Backprop.Display;

namespace Backprop.Tests;

/// <summary>
/// Compares what we show with files in <c>Expectations/</c> that a person can open and look at.
/// <c>BACKPROP_UPDATE_EXPECTATIONS=1 dotnet test …</c> writes them anew: look at each changed file before you commit
/// it.
/// </summary>
internal static class Expectation
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("BACKPROP_UPDATE_EXPECTATIONS") == "1";

    /// <summary>
    /// An output as a page: the styles, which are the same in all of them, stand in a file of their own.
    /// </summary>
    public static void Html(string name, string html)
    {
        Text("theme.css", Theme.PageCss + "\n");
        string body = html.Replace(Theme.OutputStyle, "", StringComparison.Ordinal);
        string page = $"<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>{name}</title>"
            + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
            + "<link rel=\"stylesheet\" href=\"theme.css\">"
            + $"\n<body class=\"bp\"><main class=\"bp-page\">\n{body}\n</main></body></html>\n";
        Text(name + ".html", page);
    }

    /// <summary>Any text.</summary>
    public static void Text(string file, string actual)
    {
        string path = Path.Combine(Folder(), file);
        if (Update)
        {
            string temporary = path + "." + Guid.NewGuid().ToString("N");
            File.WriteAllText(temporary, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(temporary, path, overwrite: true);
            return;
        }
        Assert.True(File.Exists(path), $"{file} is missing. Run with BACKPROP_UPDATE_EXPECTATIONS=1 and look at it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual.ReplaceLineEndings("\n"));
    }

    private static string Folder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Course.sln")))
            folder = folder.Parent;
        string tests = Path.Combine(folder!.FullName, "tests", "Backprop.Notebook.Tests", "Expectations");
        return Directory.CreateDirectory(tests).FullName;
    }
}
