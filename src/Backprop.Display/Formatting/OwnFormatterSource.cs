using System.Diagnostics.CodeAnalysis;

namespace Backprop.Display;

/// <summary>The formatters of this library's own types, as that convention wants them.</summary>
internal sealed class OwnFormatterSource
{
    /// <summary>One for each format.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "Other hosts look for a method of an instance.")]
    public IEnumerable<object> CreateTypeFormatters() =>
        [new OneFormat(MimeBundle.Html), new OneFormat(MimeBundle.Text)];

    private sealed class OneFormat(string mimeType)
    {
        public string MimeType { get; } = mimeType;

        public bool Format(object instance, TextWriter writer)
        {
            writer.Write(instance.ToDisplayString(MimeType));
            return true;
        }
    }
}
