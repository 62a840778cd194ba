using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>Questions about a text that is being typed, and their answers, as bytes.</summary>
internal static class LanguageCodec
{
    private enum Kind : byte
    {
        Complete = 32,
        Inspect = 33,
        IsComplete = 34,
        Completed = 35,
        Inspected = 36,
        Judged = 37,
    }

    /// <summary>Writes the fields of a question or an answer.</summary>
    /// <returns>The message's kind.</returns>
    public static byte Encode(Message message, PayloadWriter writer)
    {
        switch (message)
        {
            case Message.Complete(var id, var code, var cursor):
                writer.Int32(id);
                writer.String(code);
                writer.Int32(cursor);
                return (byte)Kind.Complete;
            case Message.Inspect(var id, var code, var cursor, var withSource):
                writer.Int32(id);
                writer.String(code);
                writer.Int32(cursor);
                writer.Boolean(withSource);
                return (byte)Kind.Inspect;
            case Message.IsComplete(var id, var code):
                writer.Int32(id);
                writer.String(code);
                return (byte)Kind.IsComplete;
            case Message.Completed(var id, var completions):
                writer.Int32(id);
                Encode(completions, writer);
                return (byte)Kind.Completed;
            case Message.Inspected(var id, var help):
                writer.Int32(id);
                writer.Boolean(help is not null);
                if (help is not null)
                    MessageCodec.Encode(help, writer);
                return (byte)Kind.Inspected;
            case Message.Judged(var id, var completeness):
                writer.Int32(id);
                writer.Byte((byte)completeness.Status);
                writer.String(completeness.Indent);
                return (byte)Kind.Judged;
            default:
                throw new ArgumentException($"A {message.GetType().Name} cannot be sent.", nameof(message));
        }
    }

    /// <summary>Reads what <see cref="Encode(Message, PayloadWriter)"/> wrote.</summary>
    /// <exception cref="ProtocolException">The bytes are no such message.</exception>
    public static Message Decode(byte kind, ref PayloadReader reader)
    {
        if (!Enum.IsDefined((Kind)kind))
            throw new ProtocolException($"There is no message of kind {kind}.");
        int id = reader.Int32();
        return (Kind)kind switch
        {
            Kind.Complete => new Message.Complete(id, reader.String(), reader.Int32()),
            Kind.Inspect => new Message.Inspect(id, reader.String(), reader.Int32(), reader.Boolean()),
            Kind.IsComplete => new Message.IsComplete(id, reader.String()),
            Kind.Completed => new Message.Completed(id, DecodeCompletions(ref reader)),
            Kind.Inspected => new Message.Inspected(id, DecodeHelp(ref reader)),
            _ => new Message.Judged(id, DecodeCompleteness(ref reader)),
        };
    }

    private static void Encode(Completions completions, PayloadWriter writer)
    {
        writer.Int32(completions.Start);
        writer.Int32(completions.End);
        writer.Int32(completions.Items.Count);
        foreach (Completion item in completions.Items)
        {
            writer.String(item.Text);
            writer.Byte((byte)item.Kind);
            writer.String(item.Signature);
        }
    }

    private static Completions DecodeCompletions(ref PayloadReader reader)
    {
        (int start, int end) = (reader.Int32(), reader.Int32());
        var items = new Completion[reader.Count()];
        for (int i = 0; i < items.Length; i++)
            items[i] = new Completion(reader.String(), Defined<CompletionKind>(reader.Byte()), reader.String());
        return new Completions(start, end, items);
    }

    private static MimeBundle? DecodeHelp(ref PayloadReader reader) =>
        reader.Boolean() ? MessageCodec.DecodeBundle(ref reader) : null;

    private static Completeness DecodeCompleteness(ref PayloadReader reader) =>
        new(Defined<CompletenessStatus>(reader.Byte()), reader.String());

    private static T Defined<T>(byte value)
        where T : struct, Enum
    {
        var named = (T)Enum.ToObject(typeof(T), value);
        return Enum.IsDefined(named)
            ? named
            : throw new ProtocolException($"There is no {typeof(T).Name} {value}.");
    }
}
