using System.Collections.Concurrent;
using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>The worker's side of a question to the person: sends it to the host and waits for the answer.</summary>
internal sealed class RemoteKeyboard(MessageStream messages)
{
    private readonly ConcurrentDictionary<int, TaskCompletionSource<string?>> open = [];
    private int last;

    /// <summary>Asks; called by the thread that wants to know, which waits.</summary>
    public string? Ask(InputQuestion question)
    {
        int number = Interlocked.Increment(ref last);
        var answer = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        open[number] = answer;
        try
        {
            messages.Send(new Message.InputWanted(number, question));
            return answer.Task.GetAwaiter().GetResult();
        }
        finally
        {
            open.TryRemove(number, out _);
        }
    }

    /// <summary>Takes an answer. Where nobody waits for it any longer, it is dropped.</summary>
    public void Answer(Message.InputGiven given)
    {
        if (open.TryGetValue(given.Question, out TaskCompletionSource<string?>? answer))
            answer.TrySetResult(given.Text);
    }
}
