using System.CommandLine;
using Backprop.Kernel;
using static System.Environment;

namespace Backprop.Cli.Commands;

/// <summary><c>kernel</c>: C# in Jupyter.</summary>
internal static class KernelVerb
{
    public static Command Create() => new("kernel", "The C# kernel for Jupyter: install, uninstall, list, run.")
    {
        KernelInstallVerbs.Install(),
        KernelInstallVerbs.Uninstall(),
        KernelInstallVerbs.List(),
        CreateRun(),
    };

    private static Command CreateRun()
    {
        var file = new Option<string>("--connection-file", "-f")
        {
            Description = "The file that tells ports and key; one is made where there is none.",
            Required = true,
        };
        var allowEmptyKey = new Option<bool>("--allow-empty-key")
        {
            Description = "Also takes messages that nobody signed.",
        };
        var run = new Command("run", "Runs the kernel until a client ends it. Jupyter starts it so.") { file, allowEmptyKey };
        run.SetAction((parsed, stop) => RunAsync(parsed.GetValue(file)!, parsed.GetValue(allowEmptyKey), stop));
        return run;
    }

    private static async Task<int> RunAsync(string file, bool allowEmptyKey, CancellationToken stop)
    {
        // Beside the kernel's start, which looking at the clone's files must not delay.
        _ = Task.Run(() =>
        {
            if (PublishedTool.IsThisOutdated())
                Messages.Note("the clone has changed since this kernel was prepared: `./course kernel install` prepares it anew");
        }, stop);
        try
        {
            string folder = CurrentDirectory;
            var options = new KernelOptions(
                ConnectionFile.ReadOrCreate(file, allowEmptyKey), ask => WorkerVerb.StartKernelSession(folder, ask))
            {
                HistoryFile = Path.Combine(
                    GetFolderPath(SpecialFolder.LocalApplicationData, SpecialFolderOption.DoNotVerify),
                    "backprop", "history.jsonl"),
                Log = Messages.Note,
            };
            await JupyterKernel.RunAsync(options, stop);
            return Cli.ExitCode.Fine;
        }
        catch (KernelException error)
        {
            Messages.Error(error.Message);
            return Cli.ExitCode.Failed;
        }
    }
}
