using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>Messages as bytes: their kind, and their fields one after the other.</summary>
internal static class MessageCodec
{
    private enum Kind : byte
    {
        Run = 1,
        Stream = 2,
        Display = 3,
        Update = 4,
        Clear = 5,
        Ended = 6,
        Leaving = 7,
        Source = 8,
        InputWanted = 9,
        InputGiven = 10,
        Interrupt = 11,
        Comm = 12,
        NextCell = 13,
    }

    /// <summary>Writes the fields of a message.</summary>
    /// <returns>The message's kind.</returns>
    public static byte Encode(Message message, ArrayBufferWriter<byte> buffer)
    {
        var writer = new PayloadWriter(buffer);
        switch (message)
        {
            case Message.Run(var cell, var number, var isLive):
                writer.Int32(number);
                writer.Boolean(isLive);
                writer.String(cell.Name);
                writer.String(cell.Code);
                writer.Boolean(cell.Comm is not null);
                if (cell.Comm is { } comm)
                    Encode(comm, writer);
                return (byte)Kind.Run;
            case Message.Interrupt:
                return (byte)Kind.Interrupt;
            case Message.Source(var run):
                writer.Int32(run);
                return (byte)Kind.Source;
            case Message.InputWanted(var question, var asked):
                writer.Int32(question);
                writer.String(asked.Prompt);
                writer.Boolean(asked.IsPassword);
                return (byte)Kind.InputWanted;
            case Message.InputGiven(var question, var text):
                writer.Int32(question);
                EncodeOptional(text, writer);
                return (byte)Kind.InputGiven;
            case Message.Shown(var output):
                return (byte)Encode(output, writer);
            case Message.Ended(var result):
                Encode(result, writer);
                return (byte)Kind.Ended;
            case Message.Leaving(var code):
                writer.Int32(code);
                return (byte)Kind.Leaving;
            case Message.LanguageQuestion or Message.LanguageAnswer:
                return LanguageCodec.Encode(message, writer);
            default:
                throw new ArgumentException($"A {message.GetType().Name} cannot be sent.", nameof(message));
        }
    }

    /// <summary>Reads what <see cref="Encode(Message, ArrayBufferWriter{byte})"/> wrote.</summary>
    /// <exception cref="ProtocolException">The bytes are no such message.</exception>
    public static Message Decode(byte kind, ReadOnlySpan<byte> payload)
    {
        var reader = new PayloadReader(payload);
        Message message = (Kind)kind switch
        {
            Kind.Run => DecodeRun(ref reader),
            Kind.Interrupt => new Message.Interrupt(),
            Kind.Stream => new Message.Shown(DecodeStream(ref reader)),
            Kind.Display => new Message.Shown(DecodeDisplay(ref reader)),
            Kind.Update => new Message.Shown(new UpdateOutput(DecodeBundle(ref reader), reader.String())),
            Kind.Clear => new Message.Shown(new ClearOutput(reader.Boolean())),
            Kind.Comm => new Message.Shown(new CommOutput(DecodeComm(ref reader))),
            Kind.NextCell => new Message.Shown(new NextCellOutput(reader.String(), reader.Boolean())),
            Kind.Ended => new Message.Ended(DecodeResult(ref reader)),
            Kind.Leaving => new Message.Leaving(reader.Int32()),
            Kind.Source => new Message.Source(reader.Int32()),
            Kind.InputWanted => DecodeInputWanted(ref reader),
            Kind.InputGiven => new Message.InputGiven(reader.Int32(), DecodeOptional(ref reader)),
            _ => LanguageCodec.Decode(kind, ref reader),
        };
        reader.End();
        return message;
    }

    private static Kind Encode(Output output, PayloadWriter writer)
    {
        switch (output)
        {
            case StreamOutput stream:
                writer.Boolean(stream.IsError);
                writer.String(stream.Text);
                return Kind.Stream;
            case DisplayOutput display:
                Encode(display.Data, writer);
                EncodeOptional(display.Id, writer);
                return Kind.Display;
            case UpdateOutput update:
                Encode(update.Data, writer);
                writer.String(update.Id);
                return Kind.Update;
            case ClearOutput clear:
                writer.Boolean(clear.Wait);
                return Kind.Clear;
            case NextCellOutput next:
                writer.String(next.Text);
                writer.Boolean(next.Replace);
                return Kind.NextCell;
            case CommOutput comm:
                Encode(comm.Message, writer);
                return Kind.Comm;
            default:
                throw new ArgumentException($"A {output.GetType().Name} cannot be sent.", nameof(output));
        }
    }

    private static void Encode(CellResult result, PayloadWriter writer)
    {
        writer.Byte((byte)result.Status);
        writer.Boolean(result.Value is not null);
        if (result.Value is { } value)
            Encode(value, writer);
        writer.Boolean(result.Error is not null);
        if (result.Error is not { } error)
            return;
        writer.String(error.Name);
        writer.String(error.Message);
        writer.Int32(error.Line ?? 0);
        writer.Int32(error.Traceback.Count);
        foreach (string line in error.Traceback)
            writer.String(line);
    }

    /// <summary>Writes a thing to show in its formats.</summary>
    public static void Encode(MimeBundle bundle, PayloadWriter writer)
    {
        writer.Int32(bundle.Formats.Count);
        foreach ((string mime, object content) in bundle.Formats)
        {
            writer.String(mime);
            writer.Boolean(content is JsonNode);
            writer.String(content is JsonNode json ? json.ToJsonString() : (string)content);
        }
        writer.String(bundle.Metadata.ToJsonString());
    }

    private static void Encode(CommMessage message, PayloadWriter writer)
    {
        writer.Byte((byte)message.Step);
        writer.String(message.CommId);
        writer.String(message.Target);
        writer.String(message.Data.ToJsonString());
    }

    private static void EncodeOptional(string? text, PayloadWriter writer)
    {
        writer.Boolean(text is not null);
        if (text is not null)
            writer.String(text);
    }

    private static Message.Run DecodeRun(ref PayloadReader reader)
    {
        (int number, bool isLive, string name) = (reader.Int32(), reader.Boolean(), reader.String());
        var cell = new Cell(reader.String(), name) { Comm = reader.Boolean() ? DecodeComm(ref reader) : null };
        return new Message.Run(cell, number, isLive);
    }

    private static CommMessage DecodeComm(ref PayloadReader reader)
    {
        var step = (CommStep)reader.Byte();
        if (!Enum.IsDefined(step))
            throw new ProtocolException($"A comm has no step {(int)step}.");
        (string id, string target) = (reader.String(), reader.String());
        return new CommMessage(step, id, target, DecodeJson(reader.String()) as JsonObject ?? []);
    }

    private static Message.InputWanted DecodeInputWanted(ref PayloadReader reader)
    {
        (int question, string prompt) = (reader.Int32(), reader.String());
        return new Message.InputWanted(question, new InputQuestion(prompt, reader.Boolean()));
    }

    private static string? DecodeOptional(ref PayloadReader reader) => reader.Boolean() ? reader.String() : null;

    private static StreamOutput DecodeStream(ref PayloadReader reader)
    {
        bool isError = reader.Boolean();
        return new StreamOutput(reader.String(), isError);
    }

    private static DisplayOutput DecodeDisplay(ref PayloadReader reader)
    {
        MimeBundle data = DecodeBundle(ref reader);
        return new DisplayOutput(data, DecodeOptional(ref reader));
    }

    private static CellResult DecodeResult(ref PayloadReader reader)
    {
        var status = (CellStatus)reader.Byte();
        if (!Enum.IsDefined(status))
            throw new ProtocolException($"There is no status {(int)status}.");
        MimeBundle? value = reader.Boolean() ? DecodeBundle(ref reader) : null;
        return new CellResult(status, value, reader.Boolean() ? DecodeError(ref reader) : null);
    }

    private static CellError DecodeError(ref PayloadReader reader)
    {
        (string name, string message, int line) = (reader.String(), reader.String(), reader.Int32());
        string[] traceback = new string[reader.Count()];
        for (int i = 0; i < traceback.Length; i++)
            traceback[i] = reader.String();
        return new CellError(name, message, line == 0 ? null : line, traceback);
    }

    /// <summary>Reads a thing to show in its formats.</summary>
    public static MimeBundle DecodeBundle(ref PayloadReader reader)
    {
        var formats = new (string Mime, string Content, bool IsJson)[reader.Count()];
        for (int i = 0; i < formats.Length; i++)
        {
            (string mime, bool isJson) = (reader.String(), reader.Boolean());
            formats[i] = (mime, reader.String(), isJson);
        }
        var bundle = new MimeBundle { Metadata = DecodeJson(reader.String()) as JsonObject ?? [] };
        foreach ((string mime, string content, bool isJson) in formats)
            _ = isJson ? bundle.Add(mime, DecodeJson(content)) : bundle.Add(mime, content);
        return bundle;
    }

    private static JsonNode DecodeJson(string text)
    {
        try
        {
            return JsonNode.Parse(text) ?? throw new ProtocolException("A JSON format holds null.");
        }
        catch (JsonException error)
        {
            throw new ProtocolException($"A JSON format does not parse: {error.Message}");
        }
    }
}
