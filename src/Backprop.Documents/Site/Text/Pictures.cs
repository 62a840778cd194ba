using System.Text.Json.Nodes;
using AngleSharp.Dom;

namespace Backprop.Documents;

/// <summary>Puts the pictures of a text into the page, and remembers which files belong beside the notebook.</summary>
/// <param name="folder">The notebook's folder.</param>
internal sealed class Pictures(string folder)
{
    private const long MostBytes = 20_000_000;

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png", [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".gif"] = "image/gif",
        [".svg"] = "image/svg+xml", [".webp"] = "image/webp", [".avif"] = "image/avif",
    };

    private readonly Dictionary<string, string> files = [];

    /// <summary>The files used: path relative to the notebook → full path.</summary>
    public IReadOnlyDictionary<string, string> Files => files;

    /// <summary>Embeds every picture; one that cannot be shown leaves a visible note in its place.</summary>
    public void Embed(IElement root, JsonObject? attachments)
    {
        foreach (IElement picture in root.Find("img"))
        {
            string source = picture.GetAttribute("src")?.Trim() ?? "";
            (string? data, string problem) = Load(source, attachments);
            if (data is null)
                picture.Replace(Note(picture, $"▲ {problem}: {source}"));
            else
                picture.SetAttribute("src", data);
            if (picture.GetAttribute("alt") is null)
                picture.SetAttribute("alt", "");
        }
    }

    private (string? Data, string Problem) Load(string source, JsonObject? attachments)
    {
        if (source.StartsWith("attachment:", StringComparison.OrdinalIgnoreCase))
            return (FromAttachment(attachments, source["attachment:".Length..]), "Attachment missing");
        if (source.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            return (IsPictureData(source) ? source : null, "Picture of an unknown kind");
        bool isElsewhere = source.StartsWith("//", StringComparison.Ordinal)
            || source.Contains("://", StringComparison.Ordinal) || !SafeHtml.IsSafeLink(source);
        return isElsewhere ? (null, "Picture from another place, not loaded") : FromFile(source);
    }

    private (string? Data, string Problem) FromFile(string source)
    {
        string relative = Uri.UnescapeDataString(source.Split('?', '#')[0]);
        if (relative.Length == 0 || relative.Contains('\0', StringComparison.Ordinal) || Path.IsPathRooted(relative))
            return (null, "Picture outside the notebook's folder");
        if (!Types.TryGetValue(Path.GetExtension(relative), out string? type))
            return (null, "Picture of an unknown kind");
        string full = Path.GetFullPath(Path.Combine(folder, relative));
        try
        {
            if (!File.Exists(full))
                return (null, "Picture not found");
            if (new FileInfo(full).Length > MostBytes)
                return (null, "Picture larger than 20 MB");
            files[relative.Replace('\\', '/')] = full;
            return ($"data:{type};base64,{Convert.ToBase64String(File.ReadAllBytes(full))}", "");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, $"Picture cannot be read, {DiskError.Reason(error)}");
        }
    }

    private static string? FromAttachment(JsonObject? attachments, string name)
    {
        if (attachments?[Uri.UnescapeDataString(name)] is not JsonObject formats)
            return null;
        foreach ((string type, JsonNode? content) in formats)
            if (Types.ContainsValue(type) && content is JsonValue value && value.TryGetValue(out string? base64))
                return $"data:{type};base64,{string.Concat(base64.Where(c => !char.IsWhiteSpace(c)))}";
        return null;
    }

    private static bool IsPictureData(string source)
    {
        return Types.Values.Any(type => source.StartsWith($"data:{type};", StringComparison.OrdinalIgnoreCase)
            || source.StartsWith($"data:{type},", StringComparison.OrdinalIgnoreCase));
    }

    private static IElement Note(IElement picture, string text)
    {
        IElement note = picture.Make("span", "missing", text);
        note.SetAttribute("role", "note");
        if (picture.GetAttribute("alt") is { Length: > 0 } alt)
            note.AppendChild(picture.Make("span", text: $" ({alt})"));
        return note;
    }
}
