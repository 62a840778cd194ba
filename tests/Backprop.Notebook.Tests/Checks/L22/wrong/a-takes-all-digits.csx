// L22.a: 0 points
// says: The minus sign was lost
double NumberIn(string text)
{
    string digits = new([.. text.Where(char.IsDigit)]);
    return digits == "" ? double.NaN : double.Parse(digits);
}
