using System.Collections.Concurrent;
using System.IO.Pipes;
using System.Text;
using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>The worker's side: runs the cells that the host sends. It ends with the pipe to its host.</summary>
public static class WorkerHost
{
    /// <summary>The variable by which the host tells the handles of the two pipes, the worker's input first.</summary>
    internal const string PipesVariable = "BACKPROP_WORKER_PIPES";

    private const int NotStartedByHost = 2;

    /// <summary>Serves one host; never returns while that host is there.</summary>
    /// <param name="compose">Makes the session's options; called on another thread, once the pipe is watched.</param>
    /// <returns>The exit code where no host started this process.</returns>
    public static int Run(Func<SessionOptions> compose)
    {
        ArgumentNullException.ThrowIfNull(compose);
        if (Connect() is not { } messages)
        {
            Console.Error.WriteLine("A worker is started by its host, such as `backprop run`, and not by hand.");
            return NotStartedByHost;
        }
        ProcessFamily.Found();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Leave(messages);
        var cells = new BlockingCollection<Request>();
        var keyboard = new RemoteKeyboard(messages);
        var desk = new QuestionDesk(messages);
        InputSource.Set(keyboard.Ask);
        new Thread(() => Work(compose, messages, cells, desk)) { IsBackground = true, Name = "session" }.Start();
        Watch(messages, cells, keyboard, desk);
        ProcessFamily.End();
        return 0;
    }

    private static void Leave(MessageStream messages)
    {
        try
        {
            messages.Send(new Message.Leaving(Environment.ExitCode));
        }
        catch (IOException)
        {
            // The host is gone, which is why this process ends.
        }
    }

    private static MessageStream? Connect()
    {
        string? pipes = Environment.GetEnvironmentVariable(PipesVariable);
        Environment.SetEnvironmentVariable(PipesVariable, null);
        if (pipes?.Split(' ') is not [var input, var output])
            return null;
        var fromHost = new AnonymousPipeClientStream(PipeDirection.In, input);
        var toHost = new AnonymousPipeClientStream(PipeDirection.Out, output);
        ProcessFamily.KeepFromChildren(fromHost.SafePipeHandle);
        ProcessFamily.KeepFromChildren(toHost.SafePipeHandle);
        return new MessageStream(fromHost, toHost);
    }

    // Runs on the main thread, always waiting for the host: so the worker sees its end whatever the cell does.
    private static void Watch(
        MessageStream messages, BlockingCollection<Request> cells, RemoteKeyboard keyboard, QuestionDesk desk)
    {
        try
        {
            CellInterrupter? running = null;
            while (messages.Receive() is { } message)
            {
                if (message is Message.Run run)
                    cells.Add(new Request(run, running = new CellInterrupter()));
                else if (message is Message.Interrupt)
                    running?.Ask();
                else if (message is Message.InputGiven given)
                    keyboard.Answer(given);
                else if (message is Message.LanguageQuestion question)
                    desk.Take(question);
                else
                    throw new ProtocolException($"A host does not send {message.GetType().Name}.");
            }
        }
        catch (Exception error) when (error is ProtocolException or IOException)
        {
            using Stream standardError = Console.OpenStandardError();
            standardError.Write(Encoding.UTF8.GetBytes($"The host's message is not understood. {error.Message}\n"));
        }
    }

    private static void Work(
        Func<SessionOptions> compose, MessageStream messages, BlockingCollection<Request> cells, QuestionDesk desk)
    {
        var warmUp = WarmUp.Start();
        SessionOptions options = compose();
        var references = new CellReferences(options.References);
        var session = new CSharpSession(options, references);
        OutputSink.Default = session.Publish;
        desk.Open(session.Language);
        warmUp.Continue(options, references);
        var outputs = new OutputSender(messages);
        foreach ((Message.Run run, CellInterrupter interrupter) in cells.GetConsumingEnumerable())
        {
            warmUp.Stop();
            session.SendsLateOutput = run.IsLive;
            Task<CellResult> running = session.RunAsync(
                run.Cell, output => outputs.Send(output, run.Number), interrupter, CancellationToken.None);
            Reply(running.GetAwaiter().GetResult(), messages);
        }
    }

    private static void Reply(CellResult result, MessageStream messages)
    {
        try
        {
            if (messages.Send(new Message.Ended(result)))
                return;
            MimeBundle note = new MimeBundle().Add(MimeBundle.Text, OutputSender.TooLarge);
            messages.Send(new Message.Ended(new CellResult(result.Status, note)));
        }
        catch (ArgumentException error)
        {
            // JSON with a number that JSON does not have, such as NaN.
            string message = $"The cell's value cannot be shown: {error.Message}";
            messages.Send(new Message.Ended(Endings.End(CellStatus.Failed, "FormatError", message)));
        }
    }

    // Made when the cell comes, so that it can be interrupted before it begins.
    private sealed record Request(Message.Run Run, CellInterrupter Interrupter);
}
