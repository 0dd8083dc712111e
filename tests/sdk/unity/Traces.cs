using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Scenestream.V2;

namespace Scenestream.Tests
{
    /// <summary>Runs the golden traces: every frame as it came, and what a client must show after it.</summary>
    internal static class Traces
    {
        /// <summary>How many traces and frames the file has. Throws at the first that is shown otherwise.</summary>
        public static string Run(string file)
        {
            int traces = 0, frames = 0;
            string name = "", said = "";
            SceneMirror mirror = null;
            foreach (string line in File.ReadLines(file))
            {
                int space = line.IndexOf(' ');
                string word = space < 0 ? line : line.Substring(0, space);
                if (word == "trace")
                {
                    name = line.Substring(space + 1);
                    mirror = new SceneMirror();
                    traces++;
                }
                else if (word == "frame")
                {
                    said = Said(mirror, Convert.FromBase64String(line.Substring(space + 1)));
                    frames++;
                }
                else if (word != "end" && said != line)
                    throw new Exception(name + ": " + said + ", not " + line);
            }
            return traces + " traces, " + frames + " frames";
        }

        /// <summary>Mutated frames are read or are not, and nothing else happens. What came of how many.</summary>
        public static string Mutate(string file, int count, int seed)
        {
            var random = new Random(seed);
            byte[][] frames = File.ReadLines(file).Where(l => l.StartsWith("frame ", StringComparison.Ordinal))
                .Select(l => Convert.FromBase64String(l.Substring(6))).Where(f => f.Length > 0).ToArray();
            int broken = 0, diverged = 0, applied = 0;
            var mirror = new SceneMirror();
            for (int i = 0; i < count; i++)
            {
                var data = (byte[])frames[random.Next(frames.Length)].Clone();
                for (int n = random.Next(4); n >= 0; n--) data[random.Next(data.Length)] = (byte)random.Next(256);
                Array.Resize(ref data, random.Next(5) == 0 ? random.Next(data.Length) : data.Length);
                try
                {
                    mirror.Apply(SceneMirror.Read(data));
                    applied++;
                }
                catch (BrokenFrame)
                {
                    broken++;
                }
                catch (SceneDiverged)
                {
                    diverged++;
                    mirror = new SceneMirror();
                }
            }
            return "broken=" + broken + " diverged=" + diverged + " applied=" + applied;
        }

        private static string Said(SceneMirror mirror, byte[] data)
        {
            ServerFrame frame;
            try
            {
                frame = SceneMirror.Read(data);
            }
            catch (BrokenFrame)
            {
                return "breaks";
            }
            mirror.Apply(frame);
            return string.Format(
                "shows event={0} cursor={1} revision={2} draft={3} nodes={4} assets={5} hash={6:x16}",
                Event(frame), Yes(frame.Cursor.Length > 0), mirror.Revision, Yes(mirror.Draft),
                mirror.Nodes.Count, mirror.Assets.Count, mirror.Hash);
        }

        private static string Event(ServerFrame frame)
        {
            if (frame.EventCase == ServerFrame.EventOneofCase.None) return "";
            return Regex.Replace(frame.EventCase.ToString(), "(?<!^)([A-Z])", "_$1").ToLowerInvariant();
        }

        private static string Yes(bool flag)
        {
            return flag ? "yes" : "no";
        }
    }
}
