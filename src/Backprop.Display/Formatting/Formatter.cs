namespace Backprop.Display;

// Formatting/: from an object to its formats. What is registered for the most specific type wins;
// all else is shown by the built-in views. It knows no tensor and no chart.

/// <summary>
/// The registry of formatters: how objects of a type are shown. The most specific registered type wins (the type
/// itself, then its base classes, then its interfaces, then <c>object</c>); among equals the one registered last.
/// </summary>
public static class Formatter
{
    private static readonly FormatterRegistry Registry = new();

    private static int listExpansionLimit = UsualLimit;

    private const int UsualLimit = 20;

    /// <summary>How many items of a sequence and rows of a table are shown; 20 unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public static int ListExpansionLimit
    {
        get => listExpansionLimit;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            listExpansionLimit = value;
        }
    }

    /// <summary>Shows objects of type <typeparamref name="T"/> by a function that returns the text.</summary>
    /// <param name="format">From the object to its text.</param>
    /// <param name="mimeType">The format of that text.</param>
    public static void Register<T>(Func<T, string> format, string mimeType = MimeBundle.Text) =>
        Registry.Add(typeof(T), value => new MimeBundle().Add(mimeType, format((T)value)));

    /// <summary>Shows objects of type <typeparamref name="T"/> by a function that writes the text.</summary>
    /// <param name="format">Writes the object's text.</param>
    /// <param name="mimeType">The format of that text.</param>
    public static void Register<T>(Action<T, TextWriter> format, string mimeType = MimeBundle.Text) =>
        Register(typeof(T), (value, writer) => format((T)value, writer), mimeType);

    /// <summary>
    /// Shows objects of type <typeparamref name="T"/> by a function that may decline: where it returns false, the next
    /// candidate is asked.
    /// </summary>
    /// <param name="format">Writes the object's text.</param>
    /// <param name="mimeType">The format of that text.</param>
    public static void Register<T>(FormatDelegate<T> format, string mimeType = MimeBundle.Text) =>
        Register(typeof(T), (value, context) => format((T)value, context), mimeType);

    /// <summary>Shows objects of type <typeparamref name="T"/> in all formats at once.</summary>
    public static void Register<T>(Func<T, MimeBundle> format) =>
        Registry.Add(typeof(T), value => format((T)value));

    /// <summary>
    /// Shows objects of a type that may be an open generic: <c>typeof(List&lt;&gt;)</c> takes lists of anything.
    /// </summary>
    /// <param name="type">A class, structure, interface, or open generic type.</param>
    /// <param name="format">Writes the object's text.</param>
    /// <param name="mimeType">The format of that text.</param>
    public static void Register(Type type, Action<object, TextWriter> format, string mimeType = MimeBundle.Text) =>
        Registry.Add(type, value => new MimeBundle().Add(mimeType, FormatterRegistry.Written(w => format(value, w))));

    /// <summary>
    /// Shows objects of a type, which may be an open generic, by a function that may decline: where it returns false,
    /// the next candidate is asked.
    /// </summary>
    /// <param name="type">A class, structure, interface, or open generic type.</param>
    /// <param name="format">Writes the object's text.</param>
    /// <param name="mimeType">The format of that text.</param>
    public static void Register(Type type, FormatDelegate<object> format, string mimeType = MimeBundle.Text) =>
        Registry.Add(type, value =>
        {
            bool isDone = false;
            string text = FormatterRegistry.Written(writer => isDone = format(value, new FormatContext(writer)));
            return isDone ? new MimeBundle().Add(mimeType, text) : new MimeBundle();
        });

    /// <summary>Which formats of a type are sent, with plain text always among them; none means all there are.</summary>
    /// <param name="type">A class, structure, interface, or open generic type.</param>
    /// <param name="mimeTypes">Such as <c>"text/html"</c>.</param>
    public static void SetPreferredMimeTypesFor(Type type, params string[] mimeTypes) =>
        Registry.Prefer(type, mimeTypes);

    /// <summary>Which formats were asked for; none where nothing was.</summary>
    public static IReadOnlyList<string> GetPreferredMimeTypesFor(Type type) => Registry.Preferred(type);

    /// <summary>
    /// Shows objects of type <typeparamref name="T"/> where nobody registered a formatter of their own for that same
    /// type: for libraries that ship the view of their types.
    /// </summary>
    public static void RegisterDefault<T>(Func<T, MimeBundle> format) =>
        Registry.AddDefault(typeof(T), value => format((T)value));

    /// <summary>
    /// The formats of a value, always with plain text among them (but none at all for a <see cref="DisplayHandle"/>,
    /// whose value is on the screen already). It never throws: a formatter or a property that fails is shown as such.
    /// </summary>
    public static MimeBundle ToBundle(object? value) => Registry.ToBundle(value);

    /// <summary>The value in one format; plain text where it has no such format.</summary>
    public static string ToDisplayString(this object? value, string mimeType = MimeBundle.Text)
    {
        MimeBundle bundle = ToBundle(value);
        return bundle.Formats.TryGetValue(mimeType, out object? content) ? content.ToString()! : bundle.PlainText;
    }

    /// <summary>The types that libraries registered a default for: what another host has to learn.</summary>
    public static IReadOnlyList<Type> DefaultTypes => [.. Registry.DefaultTypes];

    /// <summary>Forgets what was registered and set in cells; what libraries show of their types stays.</summary>
    public static void ResetToDefault()
    {
        Registry.Clear();
        listExpansionLimit = UsualLimit;
    }

    /// <summary>What is registered for a value's type makes of it; null where nothing is, or it declines.</summary>
    internal static MimeBundle? OfRegistered(object value) => Registry.OfRegistered(value);

    /// <summary>
    /// Plain text of a value inside another one (a cell of a table): one line of at most so many characters.
    /// </summary>
    internal static string ToLine(object? value, int maxLength) => TextView.Line(value, maxLength, Registry);
}
