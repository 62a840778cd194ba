using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace Backprop.Tests.Documents;

/// <summary>A test that needs Python with a package; skipped with the reason where it is absent.</summary>
public sealed class FactWithPythonAttribute : FactAttribute
{
    // The first on the path may be one of a user's own, without the system's packages.
    private static readonly string[] Pythons = ["python3", "/usr/bin/python3"];

    // Each look is a process.
    private static readonly ConcurrentDictionary<string, string?> Found = [];

    public FactWithPythonAttribute(string package)
    {
        Package = package;
        if (Find(package) is null)
            Skip = $"python3 with the package {package} is not installed (Debian: python3-{package}).";
    }

    public string Package { get; }

    /// <summary>Runs code in a Python that has the package; gives what it printed, or its error.</summary>
    public static string Run(string package, string code, params string[] arguments) =>
        Start(Find(package)!, code, arguments);

    private static string? Find(string package) =>
        Found.GetOrAdd(package, static wanted => Array.Find(Pythons, python => Has(python, wanted)));

    private static bool Has(string python, string package)
    {
        try
        {
            return Start(python, $"import {package}; print('yes')", []).Trim() == "yes";
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static string Start(string python, string code, string[] arguments)
    {
        var start = new ProcessStartInfo(python, ["-c", code, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : errors.Result;
    }
}
