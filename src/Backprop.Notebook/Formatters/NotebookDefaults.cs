using Backprop.Checks;
using Backprop.Graphs;

namespace Backprop;

// Formatters/: what makes the library's types show themselves. It draws nothing itself.

/// <summary>Teaches a session how the library's types are shown; a host calls it once at its start.</summary>
public static class NotebookDefaults
{
    /// <summary>Registers every formatter of this library as a default: one of the learner's own still wins.</summary>
    public static void Register()
    {
        GraphFormatter.Register();
        VerdictCard.Register();
    }
}
