using Backprop.Display;
using Backprop.Scripting;

namespace Backprop.Kernel;

/// <summary>Asks the person for a line; null where nobody can be asked.</summary>
public delegate Task<string?> AskPerson(InputQuestion question, CancellationToken stop);

/// <summary>What a kernel needs from the program that it runs in.</summary>
/// <param name="Connection">Where it listens.</param>
/// <param name="StartSession">
/// Starts a session, given whom its cells may ask for input. Called at the start, and again when a cell has ended the
/// session. A session that is an <see cref="ILanguageService"/> too also answers what people ask while they type.
/// </param>
public sealed record KernelOptions(ConnectionFile Connection, Func<AskPerson, ICellRunner> StartSession)
{
    /// <summary>The file that remembers cells; none where null.</summary>
    public string? HistoryFile { get; init; }

    /// <summary>Takes lines for the log.</summary>
    public Action<string> Log { get; init; } = static _ => { };
}
