using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Backprop.Kernel;

/// <summary>Contents to and from JSON, with names as Jupyter spells them: <c>msg_id</c>, <c>execution_count</c>.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        // Signed JSON between two programs, not part of a page: HTML in it needs no escapes.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = JsonTypes.Default,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = 256,
    };

    /// <summary>A content as JSON.</summary>
    public static byte[] Write(object content) =>
        JsonSerializer.SerializeToUtf8Bytes(content, Options.GetTypeInfo(content.GetType()));

    /// <summary>A content from JSON. Unknown properties are ignored.</summary>
    /// <exception cref="JsonException">It is no JSON, or lacks something.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> json) =>
        JsonSerializer.Deserialize(json.Span, (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T)))
        ?? throw new JsonException("null stands where an object is expected.");
}
