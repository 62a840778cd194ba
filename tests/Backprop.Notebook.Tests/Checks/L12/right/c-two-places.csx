// L12.c
double[] LookAhead(double[] bend, double[] start, double rate, double beta, int steps)
{
    // The place ahead is kept; a step of plain descent from there is the next place.
    double[] now = start.ToArray(), ahead = start.ToArray();
    for (int t = 0; t < steps; t++)
    {
        double[] next = ahead.Zip(bend, (p, c) => p - rate * c * p).ToArray();
        ahead = next.Zip(now, (a, b) => a + beta * (a - b)).ToArray();
        now = next;
    }
    return now;
}
