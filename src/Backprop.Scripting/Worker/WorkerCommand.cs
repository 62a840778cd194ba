namespace Backprop.Scripting;

/// <summary>How to start a worker process: a program that calls <see cref="WorkerHost.Run"/>.</summary>
/// <param name="FileName">The program, such as <c>dotnet</c>.</param>
/// <param name="Arguments">Its arguments, such as the path of the tool and <c>worker</c>.</param>
/// <param name="WorkingDirectory">The folder that cells see as the current one.</param>
/// <param name="Environment">Variables to set, or to remove where the value is null; the rest is inherited.</param>
public sealed record WorkerCommand(
    string FileName,
    IReadOnlyList<string> Arguments,
    string WorkingDirectory,
    IReadOnlyDictionary<string, string?>? Environment = null);
