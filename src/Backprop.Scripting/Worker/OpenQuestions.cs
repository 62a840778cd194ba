using System.Collections.Concurrent;

namespace Backprop.Scripting;

/// <summary>The host's questions to a worker that are not answered yet.</summary>
/// <param name="send">Sends a message; false, or an exception, where it cannot go.</param>
internal sealed class OpenQuestions(Func<Message, bool> send)
{
    private readonly ConcurrentDictionary<int, TaskCompletionSource<Message.LanguageAnswer>> open = [];
    private int last;

    /// <summary>Asks, and waits for the answer; null where the worker ends before it answers.</summary>
    /// <param name="question">The question with the id that it is given.</param>
    /// <param name="gone">Completes when the worker is gone.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task<T?> AskAsync<T>(Func<int, Message.LanguageQuestion> question, Task gone, CancellationToken stop)
        where T : Message.LanguageAnswer
    {
        int id = Interlocked.Increment(ref last);
        var answer =
            new TaskCompletionSource<Message.LanguageAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        open[id] = answer;
        try
        {
            if (!Sent(question(id)))
                return null;
            await Task.WhenAny(answer.Task, gone).WaitAsync(stop).ConfigureAwait(false);
            return answer.Task.IsCompletedSuccessfully ? answer.Task.Result as T : null;
        }
        finally
        {
            open.TryRemove(id, out _);
        }
    }

    /// <summary>Takes an answer. Nobody may be waiting for it any more.</summary>
    public void Take(Message.LanguageAnswer answer)
    {
        if (open.TryRemove(answer.Id, out TaskCompletionSource<Message.LanguageAnswer>? waiting))
            waiting.TrySetResult(answer);
    }

    private bool Sent(Message message)
    {
        try
        {
            return send(message);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            return false;
        }
    }
}
