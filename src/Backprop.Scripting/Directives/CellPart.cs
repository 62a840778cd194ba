namespace Backprop.Scripting;

// Directives/: cuts a cell into C# and directives, reads a directive's line, and runs what the session itself brings.
// What a directive is, Display says.

/// <summary>A part of a cell.</summary>
/// <param name="Line">The line of the cell where it begins, from 1.</param>
internal abstract record CellPart(int Line)
{
    /// <summary>C#.</summary>
    /// <param name="Text">The code after as many empty lines as stand before it in the cell, so that errors cite the
    /// cell's lines.</param>
    /// <param name="Line">The line where it begins.</param>
    public sealed record Code(string Text, int Line) : CellPart(Line);

    /// <summary><c>#!name …</c></summary>
    /// <param name="Text">The line from its <c>#!</c> on.</param>
    /// <param name="Body">The text below it, if its reach is that.</param>
    /// <param name="Line">The line where it stands.</param>
    public sealed record Call(string Text, string Body, int Line) : CellPart(Line)
    {
        /// <summary><c>#!name</c></summary>
        public string Name => NameOf(Text);

        /// <summary>The first word.</summary>
        public static string NameOf(string text) => text.Split([' ', '\t', '\r'], 2)[0];
    }

    /// <summary><c>#r "nuget: …"</c> or <c>#i "nuget: …"</c></summary>
    /// <param name="Text">The line.</param>
    /// <param name="Line">The line where it stands.</param>
    public sealed record Package(string Text, int Line) : CellPart(Line);
}
