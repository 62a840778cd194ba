// L22.a
double NumberIn(string text)
{
    foreach (System.Text.RegularExpressions.Match m in System.Text.RegularExpressions.Regex.Matches(text, "-?[0-9]+(?:[.][0-9]+)?"))
        return Convert.ToDouble(m.Value, System.Globalization.CultureInfo.InvariantCulture);
    return double.NaN;
}
