namespace Backprop.Cli.Commands;

internal static class WorkerVerb
{
    public static int Run(string[] args) => args.Length;
}
