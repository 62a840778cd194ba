using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Backprop.Display;

namespace Backprop.Kernel;

/// <summary>A value in its formats, as JSON: MIME type to content. SVG, HTML and base64 are text, JSON stays JSON.</summary>
[JsonConverter(typeof(MimeDataConverter))]
internal sealed record MimeData(MimeBundle Bundle);

/// <summary>Writes <see cref="MimeData"/>.</summary>
internal sealed class MimeDataConverter : JsonConverter<MimeData>
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, MimeData value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach ((string mime, object content) in value.Bundle.Formats)
        {
            writer.WritePropertyName(mime);
            if (content is JsonNode json)
                json.WriteTo(writer);
            else
                writer.WriteStringValue((string)content);
        }
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public override MimeData Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Values are sent and never received.");
}
