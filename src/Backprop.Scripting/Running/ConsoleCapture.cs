namespace Backprop.Scripting;

/// <summary>Takes the process's console: what code prints becomes outputs of the session that runs the code.</summary>
internal static class ConsoleCapture
{
    private static readonly Lock Gate = new();
    private static bool installed;

    public static void Install()
    {
        lock (Gate)
        {
            if (installed)
                return;
            Console.SetOut(new ConsoleWriter(isError: false));
            Console.SetError(new ConsoleWriter(isError: true));
            Console.SetIn(new Keyboard());
            installed = true;
        }
    }
}
