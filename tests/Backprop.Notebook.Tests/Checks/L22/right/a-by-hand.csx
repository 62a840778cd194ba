// L22.a
double NumberIn(string text)
{
    int start = 0;
    while (start < text.Length && !char.IsAsciiDigit(text[start])) start++;
    if (start == text.Length) return double.NaN;
    int end = start;
    while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
    if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
    {
        end++;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
    }
    double value = double.Parse(text[start..end], System.Globalization.CultureInfo.InvariantCulture);
    return start > 0 && text[start - 1] == '-' ? -value : value;
}
