namespace Backprop.Scripting;

/// <summary>Results of cells that did not come to an end of their own.</summary>
internal static class Endings
{
    /// <summary>The name of the error where a recursion does not end.</summary>
    public const string StackOverflow = "StackOverflow";

    public static CellResult Stopped { get; } = End(CellStatus.Stopped, "Stopped", "The cell was stopped.");

    /// <summary>For a cell that did not stop when it was interrupted, and was ended with its worker.</summary>
    public static CellResult Replaced { get; } = End(
        CellStatus.Stopped,
        "Interrupted",
        "The cell did not stop, so its process was ended. All variables are lost; run the cells again from the top.");

    /// <summary>For a cell of a session that is no more.</summary>
    /// <param name="why">What ended the session, as the end of a sentence: <c>a cell was stopped</c>.</param>
    public static CellResult SessionEnded(string why)
    {
        string message = $"The session has ended: {why}. Its variables are lost; run the cells again from the top.";
        return End(CellStatus.Died, "SessionEnded", message);
    }

    /// <summary>What to say of a recursion that does not end.</summary>
    public static string Recursion(string? function)
    {
        string subject = function is null ? "A function" : $"`{function}`";
        return $"{subject} called itself until the stack was full: a case that ends the recursion is missing.";
    }

    public static CellResult End(CellStatus status, string name, string message) =>
        new(status, Error: new CellError(name, message, null, [message]));
}
