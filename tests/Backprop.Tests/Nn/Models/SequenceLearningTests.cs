namespace Backprop.Tests;

/// <summary>Models of sequences learn what they are for, each within seconds.</summary>
[Collection(nameof(Seeded))]
public class SequenceLearningTests
{
    private const string Text = """
        the net reads a letter and guesses the next one. at first it guesses badly, for it knows nothing.
        then it learns that a blank follows a comma, that u follows q, and that words come again.
        a net that forgets sees only the letter before; a net that remembers sees the word before.
        the loss says how much it is surprised. when the loss falls, the net has learned to expect.

        """;

    [Fact]
    public void A_char_lstm_falls_below_the_entropy_of_pairs_of_letters()
    {
        Tensor.Seed(1);
        var vocabulary = new Vocabulary(Text);
        var net = new CharRnn(vocabulary.Count, new Lstm(inputs: 16, hidden: 64));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var trainer = Train(net, vocabulary.Pieces(Text, length: 32, step: 4), epochs: 30, rate: 0.01);
        double loss = trainer.Evaluate(vocabulary.Pieces(Text, 128, 64)), bigram = PairEntropy(vocabulary);
        Assert.True(loss < 0.5 * bigram, $"{loss} {bigram} {watch.Elapsed}");
        Assert.Fail($"{loss} {bigram} {watch.Elapsed}");
    }

    [Fact]
    public void A_tiny_gpt_memorises_a_text()
    {
        Tensor.Seed(2);
        var vocabulary = new Vocabulary(Text);
        var net = new Gpt(vocabulary.Count, context: 32, width: 32, heads: 4, blocks: 2);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var trainer = Train(net, vocabulary.Pieces(Text, length: 32, step: 3), epochs: 60, rate: 0.003);
        string prompt = Text[..32];
        string written = vocabulary.Decode(net.Generate(vocabulary.Encode(prompt), 100, temperature: 0));
        Assert.Fail($"{trainer.Evaluate(vocabulary.Pieces(Text, 32, 3))}  {watch.Elapsed} {written == Text[32..132]} {written}");
    }

    [Fact]
    public void An_lstm_remembers_the_first_bit_over_50_steps_and_a_plain_net_does_not()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Tensor.Seed(3);
        var lstm = new Lstm(1, 16);
        // A forget gate that is open at first: what is in the memory stays.
        using (Functional.NoGrad())
            lstm.Weights["bias_ih_l0"][16..32] = 3;
        double a = Remembered(lstm);
        var t = watch.Elapsed;
        double b = Remembered(new Rnn(1, 16));
        Assert.Fail($"{a} {b} {t} {watch.Elapsed}");
    }

    private static double Remembered(RecurrentLayer recurrent)
    {
        Tensor x = Tensor.Rand(512, 50, 1) * 2 - 1, bits = Tensor.Rand(512) > 0.5;
        x[.., 0, 0] = bits.To(DType.Float32) * 2 - 1;
        var net = new LastStep(recurrent);
        var data = new TensorDataset(x, bits.To(DType.Int32));
        var (train, test) = data.Split(0.75);
        Train(net, train, epochs: 15, rate: 0.01);
        using (net.Evaluate())
            return Tensor.Equal(net.Forward(test.Inputs).ArgMax(-1), test.Targets).To(DType.Float32).Mean().Item();
    }

    private static Trainer Train(Module net, TensorDataset data, int epochs, double rate)
    {
        var trainer = new Trainer
        {
            Model = net,
            Optimizer = new Adam(net.Parameters) { LearningRate = rate },
            Loss = (y, labels) => y.CrossEntropy(labels),
        };
        trainer.Fit(data, epochs);
        return trainer;
    }

    /// <summary>The loss of the best table of pairs on the text that it was made from.</summary>
    private static double PairEntropy(Vocabulary vocabulary)
    {
        int[] letters = vocabulary.Encode(Text);
        var pairs = letters.Zip(letters.Skip(1)).ToList();
        var count = pairs.CountBy(pair => pair).ToDictionary();
        var before = pairs.CountBy(pair => pair.First).ToDictionary();
        return -pairs.Average(pair => Math.Log((double)count[pair] / before[pair.First]));
    }

    private sealed class LastStep(RecurrentLayer recurrent) : Module
    {
        private readonly RecurrentLayer recurrent = recurrent;
        private readonly Linear head = new(recurrent.Hidden, 2);

        public override Tensor Forward(Tensor x) => head.Forward(recurrent.Forward(x)[.., ^1]);
    }
}
