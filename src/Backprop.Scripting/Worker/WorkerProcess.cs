using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using System.Text;

namespace Backprop.Scripting;

/// <summary>
/// A worker as its host holds it: the process and the messages to and from it, which go over two anonymous pipes. The
/// process's own standard streams stay free: what native code or a child process writes there cannot disturb a message.
/// </summary>
internal sealed class WorkerProcess : IDisposable
{
    private const int MostErrorText = 64 << 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Process process;
    private readonly Task errorsRead;

    private WorkerProcess(Process process, MessageStream messages, Action<string> rawOutput)
    {
        (this.process, Messages) = (process, messages);
        process.StandardInput.Close();
        errorsRead = ReadAsync(process.StandardError, ErrorText.Append);
        _ = ReadAsync(process.StandardOutput, rawOutput);
        Exited = process.WaitForExitAsync();
    }

    /// <summary>The connection to the worker.</summary>
    public MessageStream Messages { get; }

    /// <summary>
    /// What was written to standard error past the cell's console: by native code, a child, the dying runtime.
    /// </summary>
    public BoundedText ErrorText { get; } = new(MostErrorText);

    /// <summary>Completes when the process has ended.</summary>
    public Task Exited { get; }

    /// <summary>The exit code; 128 and the signal's number where a signal ended it. Known once it has exited.</summary>
    public int ExitCode => process.ExitCode;

    /// <param name="command">What to start.</param>
    /// <param name="rawOutput">Takes what is written to standard output past the cell's console.</param>
    /// <exception cref="IOException">There is no such program, or no such folder.</exception>
    public static WorkerProcess Start(WorkerCommand command, Action<string> rawOutput) =>
        WorkerStarter.Run(() => StartHere(command, rawOutput));

    /// <summary>Ends the worker and the processes that its cells started.</summary>
    public void End() => ProcessFamily.End(process);

    /// <summary>Waits for an end that has begun, with all that was written; hastens it where it takes long.</summary>
    public async Task EndedAsync()
    {
        await Task.WhenAny(Exited, Task.Delay(Patience)).ConfigureAwait(false);
        End();
        await Exited.ConfigureAwait(false);
        await Task.WhenAny(errorsRead, Task.Delay(Patience)).ConfigureAwait(false);
    }

    public void Dispose()
    {
        Messages.Dispose();
        process.Dispose();
    }

    private static WorkerProcess StartHere(WorkerCommand command, Action<string> rawOutput)
    {
        var toWorker = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
        var fromWorker = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
        try
        {
            Process process = Process.Start(StartInfo(command, toWorker, fromWorker))!;
            return new WorkerProcess(process, new MessageStream(fromWorker, toWorker), rawOutput);
        }
        catch (Win32Exception error)
        {
            throw new IOException($"The worker `{command.FileName}` does not start: {error.Message}", error);
        }
        finally
        {
            toWorker.DisposeLocalCopyOfClientHandle();
            fromWorker.DisposeLocalCopyOfClientHandle();
        }
    }

    private static ProcessStartInfo StartInfo(
        WorkerCommand command, AnonymousPipeServerStream toWorker, AnonymousPipeServerStream fromWorker)
    {
        var start = new ProcessStartInfo(command.FileName, command.Arguments)
        {
            WorkingDirectory = command.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            CreateNoWindow = true,
        };
        foreach ((string name, string? value) in command.Environment ?? new Dictionary<string, string?>())
            start.Environment[name] = value;
        string pipes = $"{toWorker.GetClientHandleAsString()} {fromWorker.GetClientHandleAsString()}";
        start.Environment[WorkerHost.PipesVariable] = pipes;
        return start;
    }

    private static async Task ReadAsync(StreamReader reader, Action<string> take)
    {
        char[] buffer = new char[4096];
        try
        {
            while (await reader.ReadAsync(buffer).ConfigureAwait(false) is var length and > 0)
                take(new string(buffer, 0, length));
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // The worker is gone, and with it what it had left to write.
        }
    }
}
