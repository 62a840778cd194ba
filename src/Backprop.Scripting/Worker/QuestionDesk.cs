using System.Collections.Concurrent;
using System.Globalization;

namespace Backprop.Scripting;

/// <summary>
/// The worker's side of questions about a text that is being typed: a thread of its own answers them, one after the
/// other, while cells run.
/// </summary>
internal sealed class QuestionDesk(MessageStream messages)
{
    // The parser and the binder go deep into nested brackets.
    private const int StackBytes = 16 << 20;

    private readonly BlockingCollection<Message.LanguageQuestion> questions = [];

    /// <summary>Takes a question, to be answered once <see cref="Open"/> was called.</summary>
    public void Take(Message.LanguageQuestion question) => questions.Add(question);

    /// <summary>Begins to answer.</summary>
    public void Open(LanguageService language) =>
        new Thread(() => Work(language), StackBytes) { IsBackground = true, Name = "language" }.Start();

    private void Work(LanguageService language)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        foreach (Message.LanguageQuestion question in questions.GetConsumingEnumerable())
        {
            try
            {
                if (!messages.Send(Answer(question, language)))
                    messages.Send(Nothing(question));
            }
            catch (IOException)
            {
                // The host is gone, and this process goes with it.
                return;
            }
        }
    }

    private static Message.LanguageAnswer Answer(Message.LanguageQuestion question, LanguageService language)
    {
        try
        {
            return question switch
            {
                Message.Complete(var id, var code, var cursor) =>
                    new Message.Completed(id, language.Complete(code, cursor)),
                Message.Inspect(var id, var code, var cursor, var withSource) =>
                    new Message.Inspected(id, language.Inspect(code, cursor, withSource)),
                Message.IsComplete(var id, var code) => new Message.Judged(id, language.IsComplete(code)),
                _ => throw new ArgumentException($"{question.GetType().Name} is no question.", nameof(question)),
            };
        }
        catch (Exception)
        {
            // A text that the compiler chokes on costs its own answer and not the worker.
            return Nothing(question);
        }
    }

    private static Message.LanguageAnswer Nothing(Message.LanguageQuestion question) => question switch
    {
        Message.Complete(var id, _, var cursor) => new Message.Completed(id, Completions.None(cursor)),
        Message.Inspect(var id, _, _, _) => new Message.Inspected(id, null),
        _ => new Message.Judged(question.Id, new Completeness(CompletenessStatus.Unknown)),
    };
}
