using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using UnityEngine;

namespace Scenestream.Tests
{
    /// <summary>
    /// The component against a real gateway, its messages sent by hand: joins a session of some nodes, moves one,
    /// lives through a reload, and moves it again.
    /// </summary>
    internal static class ComponentRun
    {
        /// <returns>"objects=… reload_ms=… sessions=… x=…"</returns>
        public static string Run(string url, string session)
        {
            Application.persistentDataPath = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
            var client = new GameObject("scene").AddComponent<ScenestreamClient>();
            client.Url = url;
            client.Session = session;
            string problems = "";
            client.OnProblem.AddListener(problem => problems += problem + "; ");
            int welcomes = 0, resumed = 0;
            client.Events.Welcomed += (request, told) =>
            {
                welcomes++;
                resumed += told.Resumed ? 1 : 0;
            };
            Send(client, "OnEnable");
            Until(client, () => client.Builder.Views.Count > 0 && client.Builder.IsSettled, "the scene");
            int objects = client.Builder.Views.Count;
            string moved = client.Builder.Views.Keys.OrderBy(k => k, StringComparer.Ordinal).First();
            Move(client, moved, 11);
            GameObject before = client.Builder.Views[moved].gameObject;

            Stopwatch watch = Stopwatch.StartNew();
            Send(client, "OnDisable");
            Send(client, "OnEnable");
            Until(client, () => client.Core.Status == SessionStatus.Live && client.Builder.IsSettled, "the reload");
            long reload = watch.ElapsedMilliseconds;
            if (client.Builder.Views[moved].gameObject != before) throw new Exception("an object was made anew");
            Move(client, moved, 12);
            float x = client.Core.Mirror.Nodes[moved].Position.X;
            Send(client, "OnDisable");
            if (problems.Length > 0) throw new Exception(problems);
            return string.Format("objects={0} reload_ms={1} welcomes={2} resumed={3} x={4}",
                objects, reload, welcomes, resumed, x);
        }

        private static void Move(ScenestreamClient client, string id, float x)
        {
            client.Builder.Views[id].transform.localPosition = new Vector3(x, 0, 0);
            Until(client, () => client.Core.Mirror.Nodes[id].Position.X == x && client.Core.CanEditByHand, "the move");
        }

        private static void Until(ScenestreamClient client, Func<bool> holds, string what)
        {
            Stopwatch watch = Stopwatch.StartNew();
            while (!holds())
            {
                if (watch.Elapsed.TotalSeconds > 30) throw new Exception("not within 30 s: " + what);
                Send(client, "Update");
                UnityEngine.Object.EndFrame();
                Thread.Sleep(5);
            }
        }

        private static void Send(ScenestreamClient client, string message)
        {
            MethodInfo method = typeof(ScenestreamClient).GetMethod(
                message, BindingFlags.Instance | BindingFlags.NonPublic);
            method.Invoke(client, null);
        }
    }
}
