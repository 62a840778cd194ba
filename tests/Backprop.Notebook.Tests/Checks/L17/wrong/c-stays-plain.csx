// L17.c: 2 points
// says: are asked for
- var lstm = new Lstm(1, 16);
+ var lstm = new Rnn(1, 16);
- double[] starts = [-1, 6, 0, 0];
+
- double[] biases = [.. Enumerable.Range(0, 64).Select(k => starts[k / 16])];
+
- lstm.Cell().BiasIh.Update(Tensor.From(biases, dtype: DType.Float32));
+
