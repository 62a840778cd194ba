// L17.c
int[] FirstBits(double[][] sequences, int[] labels, double[][] unknown)
{
    int Agreements(int place) => sequences.Zip(labels, (s, l) => (s[place] > 0) == (l == 1) ? 1 : -1).Sum();
    int best = Enumerable.Range(0, sequences[0].Length).MaxBy(place => Math.Abs(Agreements(place)));
    bool same = Agreements(best) > 0;
    return [.. unknown.Select(s => (s[best] > 0) == same ? 1 : 0)];
}
