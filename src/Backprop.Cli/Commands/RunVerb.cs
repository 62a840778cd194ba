using System.CommandLine;

namespace Backprop.Cli.Commands;

internal static class RunVerb
{
    public static Command Create() => new("run", "Runs notebooks.");
}
