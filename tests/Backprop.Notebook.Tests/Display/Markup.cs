using System.Xml.Linq;

namespace Backprop.Tests.Display;

/// <summary>
/// Reads our markup back: it must be well-formed XML, so that every parser agrees on where an element ends.
/// </summary>
internal static class Markup
{
    public static XElement AssertWellFormed(string html) => XDocument.Parse(html, LoadOptions.PreserveWhitespace).Root!;
}
