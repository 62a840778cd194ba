// L10.a: 0 points
// says: forward should be

class NotesLinear(double[][] w, double[] b)
{
    public double[][] GradW = w;
    public double[] GradB = b;
    public double[] Forward(double[] z) => z;
    public double[] Backward(double[] g) => g;
}
