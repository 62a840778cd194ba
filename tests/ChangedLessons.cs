using System.ComponentModel;
using System.Diagnostics;

namespace Backprop.Tests;

// Compiled into two test projects: both have quick tests for the lessons that changed, and slow ones for all.

/// <summary>
/// The lessons that changed: in the last commit, or since the one that COURSE_CHANGED_SINCE names, or not committed yet.
/// Where git cannot tell (a clone of one commit), all have.
/// </summary>
internal static class ChangedLessons
{
    /// <summary>Those of some lessons whose notebook or checks changed.</summary>
    /// <param name="root">The clone.</param>
    /// <param name="lessons">Full paths of notebooks that begin with two digits.</param>
    public static IReadOnlyList<string> Of(string root, IEnumerable<string> lessons)
    {
        string since = Environment.GetEnvironmentVariable("COURSE_CHANGED_SINCE") is { Length: > 0 } given ? given : "HEAD~1";
        string? committed = Git(root, "diff", "--name-only", since, "--", "notebooks");
        string? fresh = Git(root, "ls-files", "--others", "--exclude-standard", "--", "notebooks");
        if (committed is null || fresh is null)
            return [.. lessons];
        HashSet<string> numbers = [.. (committed + fresh).Split('\n').Select(NumberOf)];
        return [.. lessons.Where(lesson => numbers.Contains(NumberOf(lesson)))];
    }

    // "notebooks/checks/03.line.cs" and "notebooks/03-regression-by-hand.ipynb" belong to lesson 03.
    private static string NumberOf(string path) =>
        Path.GetFileName(path) is { Length: > 2 } name && char.IsAsciiDigit(name[0]) && char.IsAsciiDigit(name[1]) ? name[..2] : "";

    private static string? Git(string root, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("git", ["-C", root, .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
