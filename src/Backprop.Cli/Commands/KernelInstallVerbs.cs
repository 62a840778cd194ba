using System.CommandLine;
using Backprop.Kernel;

namespace Backprop.Cli.Commands;

/// <summary><c>kernel install</c>, <c>uninstall</c> and <c>list</c>: making the kernel known to Jupyter.</summary>
internal static class KernelInstallVerbs
{
    public static Command Install()
    {
        Option<string?> prefix = Prefix();
        var user = new Option<bool>("--user") { Description = "For this user (what happens without any of these)." };
        Option<bool> system = SystemPrefix();
        Option<string> name = Name();
        var adopt = new Option<bool>("--adopt")
        {
            Description = "Also takes the name .net-csharp, which notebooks of .NET Interactive ask for.",
        };
        var command = new Command("install", "Makes the C# kernel known to Jupyter.") { user, prefix, system, name, adopt };
        command.SetAction(parsed =>
        {
            if (Place(parsed.GetValue(prefix), parsed.GetValue(system), parsed.GetValue(user)) is not { } place)
                return ExitCode.Usage;
            if (!IsName(parsed.GetValue(name)!))
                return ExitCode.Usage;
            return Install(place, parsed.GetValue(name)!, parsed.GetValue(adopt));
        });
        return command;
    }

    public static Command Uninstall()
    {
        Option<string?> prefix = Prefix();
        var user = new Option<bool>("--user") { Description = "From this user's folder (what happens without any of these)." };
        Option<bool> system = SystemPrefix();
        Option<string> name = Name();
        var command = new Command("uninstall", "Takes the kernel away from Jupyter.") { user, prefix, system, name };
        command.SetAction(parsed =>
        {
            if (Place(parsed.GetValue(prefix), parsed.GetValue(system), parsed.GetValue(user)) is not { } place)
                return ExitCode.Usage;
            return Guarded(place, () =>
            {
                string? folder = new KernelSpecs(place).Uninstall(parsed.GetValue(name)!);
                if (folder is null)
                {
                    Messages.Error($"{Path.Combine(place, "kernels")}: has no kernel {parsed.GetValue(name)}.");
                    return ExitCode.Failed;
                }
                Console.WriteLine($"removed {folder}");
                return ExitCode.Fine;
            });
        });
        return command;
    }

    public static Command List()
    {
        var command = new Command("list", "Lists the kernels that Jupyter finds.");
        command.SetAction(_ =>
        {
            foreach (string place in JupyterFolders.All())
            {
                foreach ((KernelSpec spec, string folder) in new KernelSpecs(place).All())
                    Console.WriteLine($"{spec.Name,-20} {spec.DisplayName,-28} {folder}");
            }
            return ExitCode.Fine;
        });
        return command;
    }

    /// <summary>Makes sure that a learner's Jupyter has the kernel.</summary>
    /// <returns>False where it could not be installed; the reason was printed.</returns>
    public static bool EnsureInstalled() =>
        Install(JupyterFolders.User(), KernelSpec.DefaultName, adopt: false) == ExitCode.Fine;

    private static int Install(string place, string name, bool adopt) => Guarded(place, () =>
    {
        if (PublishedTool.Prepare() is not { } tool)
            return ExitCode.Failed;
        string[] command = [Clone.Dotnet, tool, "kernel", "run", "--connection-file", "{connection_file}"];
        var specs = new KernelSpecs(place);
        Console.WriteLine($"installed {specs.Install(new KernelSpec(name, "C# (Backprop)", command))}");
        if (adopt)
            Console.WriteLine($"installed {specs.Install(new KernelSpec(KernelSpec.StrandedName, ".NET (C#) by Backprop", command))}");
        return ExitCode.Fine;
    });

    private static int Guarded(string place, Func<int> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Messages.Error($"{place}: cannot be written. {error.Message} --prefix or --user choose another place.");
            return ExitCode.Failed;
        }
    }

    private static string? Place(string? prefix, bool system, bool user)
    {
        if ((prefix is null ? 0 : 1) + (system ? 1 : 0) + (user ? 1 : 0) > 1)
        {
            Messages.Error("--user, --prefix and --sys-prefix exclude each other.");
            return null;
        }
        if (prefix is not null)
            return JupyterFolders.Below(prefix);
        if (!system)
            return JupyterFolders.User();
        if (JupyterFolders.SystemPrefix() is { } found)
            return JupyterFolders.Below(found);
        Messages.Error("no Jupyter is on the path, so --sys-prefix means nothing here. Use --user or --prefix.");
        return null;
    }

    private static bool IsName(string name)
    {
        if (KernelSpec.IsName(name))
            return true;
        Messages.Error($"--name {name}: letters, digits, dots, dashes and underscores only.");
        return false;
    }

    private static Option<string?> Prefix() => new("--prefix") { Description = "Below a folder, such as /usr/local." };

    private static Option<bool> SystemPrefix() =>
        new("--sys-prefix") { Description = "Below the environment in which Jupyter runs." };

    private static Option<string> Name() => new("--name")
    {
        Description = "The kernel's name.",
        DefaultValueFactory = _ => KernelSpec.DefaultName,
    };
}
