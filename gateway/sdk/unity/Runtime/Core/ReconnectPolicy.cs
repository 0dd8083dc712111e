using System;

namespace Scenestream
{
    /// <summary>How long to wait before the next try to connect: at once, then ever longer, with chance in it,
    /// so that the clients of a gateway that went do not all come back in one moment.</summary>
    public sealed class ReconnectPolicy
    {
        private readonly Random random;
        private int failures;

        /// <summary>Seconds that the second try waits, and the most that any waits.</summary>
        public double FirstWait = 0.25;
        public double LongestWait = 15.0;

        public ReconnectPolicy(Random random)
        {
            this.random = random;
        }

        /// <summary>Tries that failed since the last welcome.</summary>
        public int Failures { get { return failures; } }

        /// <summary>A connection was welcomed.</summary>
        public void Succeeded()
        {
            failures = 0;
        }

        /// <summary>Seconds until the next try, now that one failed or a connection was lost.</summary>
        public double NextWait()
        {
            int before = failures;
            failures++;
            if (before == 0) return 0.0;
            double wait = Math.Min(LongestWait, FirstWait * Math.Pow(2, Math.Min(before - 1, 30)));
            return wait * (0.5 + 0.5 * random.NextDouble());
        }
    }
}
