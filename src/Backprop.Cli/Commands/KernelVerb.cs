using System.CommandLine;

namespace Backprop.Cli.Commands;

/// <summary><c>kernel</c>: everything about Jupyter.</summary>
internal static class KernelVerb
{
    public static Command Create() => new("kernel", "The C# kernel for Jupyter: install, uninstall, list, run.")
    {
        KernelInstallVerbs.Install(),
        KernelInstallVerbs.Uninstall(),
        KernelInstallVerbs.List(),
    };
}
