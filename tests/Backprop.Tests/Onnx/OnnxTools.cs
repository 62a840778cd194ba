using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Backprop.Tests.Onnx;

/// <summary>The programs that judge our files: ONNX's own checker (Debian: python3-onnx) and onnxruntime-web, from
/// <c>assets/node_modules</c>, under Node.</summary>
internal static class OnnxTools
{
    // The first on the path may be one of a user's own, without the system's packages.
    private static readonly string? Python = Array.Find(["/usr/bin/python3", "python3"], HasOnnx);
    private static readonly string Modules = Path.GetFullPath(Path.Combine(Here(), "../../../assets/node_modules"));

    internal static string? WhyNoChecker => Python is null
        ? "The checker for ONNX files is not installed (Debian: python3-onnx)."
        : null;

    internal static string? WhyNoRuntime =>
        !Directory.Exists(Path.Combine(Modules, "onnxruntime-web")) || Start("node", "--version") is null
            ? "onnxruntime-web is not installed (Node, and npm ci in assets)."
            : null;

    /// <summary>A line for each model of a folder: its name, and <c>ok</c> or what is wrong with it.</summary>
    internal static string Check(string folder) => Start(Python!, "-c",
        """
        import glob, onnx, os, sys
        for path in sorted(glob.glob(os.path.join(sys.argv[1], "*.onnx"))):
            try:
                onnx.checker.check_model(path, full_check=True)
                print(os.path.basename(path), "ok")
            except Exception as error:
                print(os.path.basename(path), " ".join(str(error).split()))
        """, folder) ?? "";

    /// <summary>Runs each model of a folder on its inputs; the results lie beside them.</summary>
    internal static string Run(string folder) => Start("node", Path.Combine(Here(), "run.mjs"), folder, Modules) ?? "";

    private static bool HasOnnx(string python) => Start(python, "-c", "import onnx; print('yes')")?.Trim() == "yes";

    /// <summary>What a program prints; null if there is no such program.</summary>
    private static string? Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : output + errors.Result;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}

/// <summary>A test that needs the checker; skipped with the reason where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnnxCheckerTheoryAttribute : TheoryAttribute
{
    public OnnxCheckerTheoryAttribute() => Skip = OnnxTools.WhyNoChecker;
}

/// <summary>A test that needs the runtime; skipped with the reason where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnnxRuntimeTheoryAttribute : TheoryAttribute
{
    public OnnxRuntimeTheoryAttribute() => Skip = OnnxTools.WhyNoRuntime;
}
