// L03.a: 3 points
// says: other numbers after the call
double Mse(double[] predicted, double[] actual)
{
    for (int i = 0; i < actual.Length; i++) predicted[i] = (predicted[i] - actual[i]) * (predicted[i] - actual[i]);
    return predicted.Average();
}
