using System.Text.RegularExpressions;

namespace Backprop.Scripting;

// Errors/: from what the compiler and the runtime say to what a learner can act on.

/// <summary>Takes out of a message what a learner did not write.</summary>
internal static partial class LearnerTerms
{
    /// <summary>
    /// How the classes that hold the cells' variables begin. No name of a learner's can look like it.
    /// </summary>
    public const string ScriptClass = "Cell#";

    /// <summary>A message without the classes that hold the cells' variables.</summary>
    public static string Clean(string message) => Holders().Replace(message, "");

    [GeneratedRegex(@"Cell#\d+[+.]")]
    private static partial Regex Holders();
}
