namespace Backprop.Cli;

/// <summary>What the tool answers to the shell.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Fine = 0;

    /// <summary>The work failed: a cell, a test, a check.</summary>
    public const int Failed = 1;

    /// <summary>The command was wrong: an unknown option, a path that does not exist.</summary>
    public const int Usage = 2;

    /// <summary>Stopped by Ctrl-C.</summary>
    public const int Interrupted = 130;
}
