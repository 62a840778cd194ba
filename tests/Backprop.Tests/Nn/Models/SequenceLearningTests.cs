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
        var vocabulary = Vocabulary.OfCharacters(Text);
        var net = new CharRnn(vocabulary.Count, new Lstm(inputs: 16, hidden: 64));
        Train(net, vocabulary.NextTokens(Text, length: 32, stride: 4), epochs: 20, rate: 0.01);
        double loss = LossOf(net).Evaluate(vocabulary.NextTokens(Text, length: 128, stride: 64));
        Assert.InRange(loss, 0, 0.75 * PairEntropy(vocabulary));
    }

    [Fact]
    public void A_tiny_gpt_starts_at_the_loss_of_a_guess_and_memorises_a_text()
    {
        Tensor.Seed(2);
        var vocabulary = Vocabulary.OfCharacters(Text);
        var net = new Gpt(vocabulary.Count, context: 32, width: 32, heads: 4, blocks: 2);
        var pieces = vocabulary.NextTokens(Text, length: 32, stride: 1);
        Assert.Equal(Math.Log(vocabulary.Count), LossOf(net).Evaluate(pieces), 0.05);
        Train(net, pieces, epochs: 30, rate: 0.003);
        Assert.InRange(LossOf(net).Evaluate(pieces), 0, 0.2);
        // 32 letters to start from, the others in turn. (One slip leads a net astray for good, so not too many.)
        string written = vocabulary.Decode(net.Generate(vocabulary.Encode(Text[..32]), 100, temperature: 0));
        Assert.Equal(Text[32..132], written);
    }

    [Fact]
    public void An_lstm_remembers_the_first_bit_over_50_steps_and_a_plain_net_does_not()
    {
        const int hidden = 16;
        double[] lstm = [.. Enumerable.Range(1, 3).Select(seed =>
        {
            Tensor.Seed(seed);
            var net = new Lstm(1, hidden);
            // Forget gates that are open at first: what is in the memory stays.
            using (Functional.NoGrad())
                net.Weights["bias_ih_l0"][hidden..(2 * hidden)] = 5;
            return Remembered(net);
        })];
        double[] plain = [.. Enumerable.Range(1, 3).Select(seed =>
        {
            Tensor.Seed(seed);
            return Remembered(new Rnn(1, hidden));
        })];
        Assert.InRange(lstm.Order().ElementAt(1), 0.98, 1);
        Assert.InRange(plain.Order().ElementAt(1), 0, 0.7);
    }

    /// <summary>How often the sign of the first of 50 random numbers is told from the last state.</summary>
    private static double Remembered(RecurrentLayer recurrent)
    {
        Tensor bits = Tensor.Rand(640) > 0.5, x = Tensor.Rand(640, 50, 1) * 2 - 1;
        x[.., 0, 0] = bits.To(DType.Float32) * 2 - 1;
        var net = new LastStep(recurrent);
        var (train, test) = new TensorDataset(x, bits.To(DType.Int32)).Split(0.8);
        Train(net, train, epochs: 15, rate: 0.01);
        using (net.Evaluate())
            return Tensor.Equal(net.Forward(test.Inputs).ArgMax(-1), test.Targets).To(DType.Float32).Mean().Item();
    }

    private static void Train(Module net, TensorDataset data, int epochs, double rate) => LossOf(net, rate).Fit(data, epochs);

    private static Trainer LossOf(Module net, double rate = 0.01) => new()
    {
        Model = net,
        Optimizer = new Adam(net.Parameters) { LearningRate = rate },
        Loss = (y, labels) => y.CrossEntropy(labels),
    };

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
