using System.ComponentModel;
using System.Diagnostics;

namespace Backprop.Tests.Documents;

/// <summary>A test that needs python3 with a package; skipped with the reason where it is absent.</summary>
public sealed class FactWithPythonAttribute : FactAttribute
{
    public FactWithPythonAttribute(string package)
    {
        Package = package;
        if (!IsThere(package))
            Skip = $"python3 with the package {package} is not installed (Debian: python3-{package}).";
    }

    public string Package { get; }

    public static string Run(string code, params string[] arguments)
    {
        var start = new ProcessStartInfo("python3", ["-c", code, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process python = Process.Start(start)!;
        Task<string> errors = python.StandardError.ReadToEndAsync();
        string output = python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        return python.ExitCode == 0 ? output : errors.Result;
    }

    private static bool IsThere(string package)
    {
        try
        {
            return Run($"import {package}; print('yes')").Trim() == "yes";
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
