using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using Google.Protobuf;
using Scenestream.V2;
using UnityEngine;
using UnityEngine.Networking;
using Object = UnityEngine.Object;

namespace Scenestream.Tests
{
    /// <summary>What builder, exporter and cache do with objects that a stand-in of Unity plays.</summary>
    internal static class SceneChecks
    {
        private sealed class Host : MonoBehaviour { }

        /// <summary>Imports when it is told to.</summary>
        private sealed class Importer : IMeshImporter
        {
            public readonly Queue<Action> Waiting = new Queue<Action>();
            public string Wrong;
            public int Count;

            public void Import(byte[] glb, string name, Transform parent, Action done, Action<string> failed)
            {
                Count++;
                Waiting.Enqueue(() =>
                {
                    if (Wrong != null) failed(Wrong);
                    else done();
                });
            }
        }

        private sealed class Stage
        {
            public readonly SessionClient Client;
            public readonly Transform Root;
            public readonly Importer Meshes = new Importer();
            public readonly AssetCache Cache;
            public readonly SceneBuilder Builder;
            public readonly SceneExporter Exporter;
            public double Now = 100;
            private int ids;

            public Stage(string folder = "")
            {
                Client = new SessionClient(new SessionOptions(), () => "c" + ++ids, new ReconnectPolicy(new Random(1)));
                var host = new GameObject("host").AddComponent<Host>();
                Root = host.transform;
                Cache = new AssetCache(host, new ServerAddress("ws://h/"), Meshes, folder);
                Builder = new SceneBuilder(Root, () => Client.Mirror, Cache, new Looks(null));
                Exporter = new SceneExporter(Root, Builder, Client, () => "new-" + ++ids);
                Client.Connected();
                Client.TakeOutgoing(Now);
                Hear(new ServerFrame { Welcome = new Welcome { Session = "s", Role = "edit" } });
            }

            public void Hear(ServerFrame frame)
            {
                Received received = Client.Receive(frame.ToByteArray(), Now);
                Builder.Mark(received.Scene);
            }

            public void Change(SceneChange change, params Asset[] assets)
            {
                var probe = new SceneMirror();
                probe.Apply(Client.Mirror.Whole());
                var frame = new ServerFrame { Scene = change };
                frame.Assets.AddRange(assets);
                try
                {
                    probe.Apply(frame);
                }
                catch (SceneDiverged)
                {
                    change.Hash = probe.Hash;
                }
                Hear(frame);
                Draw();
            }

            public void Draw()
            {
                while (!Builder.IsSettled) Builder.Work(() => Now, 1);
                Object.EndFrame();
            }

            public GameObject Find(string id)
            {
                NodeView view;
                return Builder.Views.TryGetValue(id, out view) && view != null ? view.gameObject : null;
            }

            public List<SceneState> Export(double seconds)
            {
                var sent = new List<SceneState>();
                for (double until = Now + seconds; Now < until; Now += 0.05)
                {
                    Exporter.Update(Now);
                    sent.AddRange(Client.TakeOutgoing(Now).Select(d => ClientFrame.Parser.ParseFrom(d).SceneState));
                }
                return sent;
            }
        }

        private static Node Block(string id, string parent = "", float x = 0)
        {
            var node = new Node { Id = id, Name = id, Parent = parent, Position = new Vec3 { X = x } };
            var red = new Scenestream.V2.Color { R = 1, A = 1 };
            node.Components.Add(new V2.Component { Primitive = new Primitive { Color = red } });
            return node;
        }

        private static Node Shows(string id, Asset asset)
        {
            var node = new Node { Id = id, Name = id };
            node.Components.Add(new V2.Component { Mesh = new V2.Mesh { Asset = asset.Id } });
            return node;
        }

        private static Asset Glb(string text)
        {
            byte[] data = System.Text.Encoding.UTF8.GetBytes(text);
            string sha256;
            using (SHA256 sha = SHA256.Create())
                sha256 = BitConverter.ToString(sha.ComputeHash(data)).Replace("-", "").ToLowerInvariant();
            UnityWebRequest.Web["http://h/artifacts/" + sha256] = data;
            return new Asset { Id = "a-" + text, Sha256 = sha256, Url = "/artifacts/" + sha256, Label = text };
        }

        private static SceneChange Upserts(params Node[] nodes)
        {
            var change = new SceneChange { Revision = 1 };
            change.Upserts.AddRange(nodes);
            return change;
        }

        private static Stage Furnished()
        {
            var stage = new Stage();
            stage.Change(Upserts(Block("table", "", 1), Block("vase", "table", 2), Block("sofa")));
            return stage;
        }

        public static void Objects_stand_where_nodes_do_and_go_with_them()
        {
            Stage stage = Furnished();
            Check.Same(stage.Find("table").transform, stage.Find("vase").transform.parent);
            Check.Same(2f, stage.Find("vase").transform.localPosition.x);
            Check.Same(1f, stage.Find("sofa").transform.localScale.x);
            GameObject vase = stage.Find("vase");
            var change = Upserts(Block("vase", "sofa", 3));
            change.Removed.Add("table");
            stage.Change(change);
            Check.That(stage.Find("table") == null, "the table is gone");
            Check.Same(vase, stage.Find("vase"));
            Check.Same(stage.Find("sofa").transform, vase.transform.parent);
        }

        public static void A_whole_scene_again_makes_no_object_anew()
        {
            Stage stage = Furnished();
            Transform shown = stage.Find("sofa").GetComponent<NodeView>().Visual;
            ServerFrame whole = stage.Client.Mirror.Whole();
            stage.Hear(whole);
            stage.Builder.MarkAll();
            stage.Draw();
            Check.That(stage.Find("sofa").GetComponent<NodeView>().Visual == shown, "it is the same");
        }

        public static void A_block_stands_until_its_mesh_is_there()
        {
            var stage = new Stage();
            stage.Change(Upserts(new Node { Id = "chair", Name = "chair" }, Block("chair-box", "chair")));
            Asset mesh = Glb("chair");
            var change = Upserts(Shows("chair", mesh));
            change.Removed.Add("chair-box");
            stage.Change(change, mesh);
            Check.That(stage.Find("chair-box") != null, "the block is still there");
            stage.Meshes.Waiting.Dequeue()();
            stage.Draw();
            Check.That(stage.Find("chair-box") == null, "the mesh took its place");
            Transform visual = stage.Find("chair").GetComponent<NodeView>().Visual;
            Check.That(visual.gameObject.activeInHierarchy && visual.childCount == 1, "the mesh is shown");
            Check.Same(1, stage.Find("chair").transform.childCount);
        }

        public static void A_mesh_that_was_overtaken_is_not_shown()
        {
            var stage = new Stage();
            Asset first = Glb("first"), second = Glb("second");
            stage.Change(Upserts(Shows("chair", first)), first);
            stage.Change(Upserts(Shows("chair", second)), second);
            foreach (Action done in stage.Meshes.Waiting.Reverse().ToArray()) done();
            stage.Draw();
            GameObject chair = stage.Find("chair");
            Check.Same(1, chair.transform.childCount);
            Check.Same("second(Clone)", chair.transform.GetChild(0).GetChild(0).name);
        }

        public static void One_download_and_one_import_serve_all_that_show_a_mesh()
        {
            var stage = new Stage();
            Asset mesh = Glb("stool");
            int before = UnityWebRequest.Fetched.Count;
            stage.Change(Upserts(Shows("a", mesh), Shows("b", mesh)), mesh);
            stage.Meshes.Waiting.Dequeue()();
            stage.Change(Upserts(Shows("c", mesh)), mesh);
            Check.Same(1, stage.Meshes.Count);
            Check.Same(before + 1, UnityWebRequest.Fetched.Count);
            foreach (string id in "a b c".Split(' '))
                Check.Same(1, stage.Find(id).GetComponent<NodeView>().Visual.childCount);
        }

        public static void What_is_on_disk_is_not_fetched_again_and_checked()
        {
            string folder = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
            Asset mesh = Glb("kept");
            int before = UnityWebRequest.Fetched.Count;
            for (int i = 0; i < 2; i++) new Stage(folder).Change(Upserts(Shows("a", mesh)), mesh);
            Check.Same(before + 1, UnityWebRequest.Fetched.Count);
            File.WriteAllText(Path.Combine(folder, mesh.Sha256 + ".glb"), "cut off");
            var stage = new Stage(folder);
            stage.Change(Upserts(Shows("a", mesh)), mesh);
            Check.Same(before + 2, UnityWebRequest.Fetched.Count);
            Check.Same("kept", File.ReadAllText(Path.Combine(folder, mesh.Sha256 + ".glb")));
            Directory.Delete(folder, true);
        }

        public static void A_mesh_that_fails_leaves_what_was_there_and_is_tried_again()
        {
            var stage = new Stage();
            var told = new List<string>();
            stage.Builder.MeshFailed += (label, cause) => told.Add(label + ": " + cause);
            stage.Change(Upserts(Block("chair")));
            Asset mesh = Glb("broken");
            stage.Meshes.Wrong = "no triangles";
            stage.Change(Upserts(Shows("chair", mesh)), mesh);
            stage.Meshes.Waiting.Dequeue()();
            stage.Draw();
            Check.Same("broken: no triangles", told.Single());
            Check.Same(1, stage.Find("chair").GetComponent<NodeView>().Visual.childCount);
            stage.Meshes.Wrong = null;
            stage.Builder.MarkAll();
            stage.Draw();
            stage.Meshes.Waiting.Dequeue()();
            stage.Draw();
            Check.Same("broken(Clone)", stage.Find("chair").GetComponent<NodeView>().Visual.GetChild(0).name);
        }

        public static void Bytes_that_are_not_what_their_hash_says_are_not_shown()
        {
            var stage = new Stage();
            var told = new List<string>();
            stage.Builder.MeshFailed += (label, cause) => told.Add(cause);
            Asset mesh = Glb("honest");
            UnityWebRequest.Web["http://h/artifacts/" + mesh.Sha256] = new byte[] { 1 };
            stage.Change(Upserts(Shows("a", mesh)), mesh);
            Check.Same("what came is not what its hash says", told.Single());
            Check.Same(0, stage.Meshes.Count);
        }

        public static void An_url_whose_hour_is_over_asks_for_another()
        {
            var stage = new Stage();
            int asked = 0;
            stage.Cache.Expired += () => asked++;
            Asset mesh = Glb("late");
            UnityWebRequest.Web.Remove("http://h/artifacts/" + mesh.Sha256);
            stage.Change(Upserts(Shows("a", mesh)), mesh);
            Check.Same(1, asked);
        }

        public static void What_moves_by_hand_is_sent_once_it_rests_and_alone()
        {
            Stage stage = Furnished();
            Check.Same(0, stage.Export(2).Count);
            stage.Find("sofa").transform.localPosition = new Vector3(5, 0, 0);
            Check.Same(0, stage.Export(0.25).Count);
            SceneState state = stage.Export(1).Single();
            Check.Same("sofa", state.Upserts.Single().Id);
            Check.Same(5f, state.Upserts[0].Position.X);
            Check.Same(1, state.Upserts[0].Components.Count);
            Check.Same(1u, state.Base);
            Check.Same(0, stage.Export(2).Count);
        }

        public static void What_keeps_moving_is_sent_now_and_then_one_at_a_time()
        {
            Stage stage = Furnished();
            var sent = new List<SceneState>();
            for (int i = 1; i <= 60; i++)
            {
                stage.Find("sofa").transform.localPosition = new Vector3(i, 0, 0);
                sent.AddRange(stage.Export(0.05));
            }
            Check.Same(1, sent.Count);
            Hear(stage, sent[0], "c2");
            Check.Same(60f, stage.Find("sofa").transform.localPosition.x);
            SceneState last = stage.Export(2).Single();
            Check.Same(60f, last.Upserts.Single().Position.X);
            Check.Same(2u, last.Base);
        }

        private static void Hear(Stage stage, SceneState state, string command)
        {
            var change = Upserts(state.Upserts.ToArray());
            change.Revision = state.Base + 1;
            string id = ClientIds(stage).FirstOrDefault() ?? command;
            stage.Hear(new ServerFrame { Taken = new Taken { Command = id, Revision = change.Revision } });
            stage.Change(change);
        }

        /// <summary>Of the commands that are under way.</summary>
        private static IEnumerable<string> ClientIds(Stage stage)
        {
            stage.Client.Lost(stage.Now);
            stage.Client.Connected();
            stage.Client.TakeOutgoing(stage.Now);
            stage.Hear(new ServerFrame { Welcome = new Welcome { Session = "s", Role = "edit" } });
            return stage.Client.TakeOutgoing(stage.Now).Select(d => ClientFrame.Parser.ParseFrom(d).Id).ToList();
        }

        public static void What_others_change_meanwhile_leaves_the_moved_member_alone()
        {
            Stage stage = Furnished();
            stage.Find("sofa").transform.localPosition = new Vector3(5, 0, 0);
            Node renamed = Block("sofa");
            renamed.Name = "couch";
            SceneChange change = Upserts(renamed);
            change.Revision = 7;
            stage.Change(change);
            Check.Same("couch", stage.Find("sofa").name);
            Check.Same(5f, stage.Find("sofa").transform.localPosition.x);
            SceneState state = stage.Export(1).Single();
            Check.Same(7u, state.Base);
            Check.Same("couch", state.Upserts.Single().Name);
        }

        public static void Copies_are_nodes_of_their_own()
        {
            Stage stage = Furnished();
            Object.Instantiate(stage.Find("table"), stage.Root, false);
            SceneState state = stage.Export(1).Single();
            Check.Same(2, state.Upserts.Count);
            Node table = state.Upserts[0], vase = state.Upserts[1];
            Check.Same("table(Clone)", table.Name);
            Check.Same(table.Id, vase.Parent);
            Check.That(table.Id != "table" && vase.Id != "vase", "new ids");
            Check.Same(1, table.Components.Count);
            stage.Hear(new ServerFrame { Taken = new Taken { Command = ClientIds(stage).Single() } });
            stage.Change(Upserts(table, vase));
            Check.Same(3, stage.Root.GetComponentsInChildren<NodeView>(true).Count(v => v.transform.parent == stage.Root));
            Check.Same(0, stage.Export(5).Count);
        }

        public static void What_is_destroyed_by_hand_is_removed_with_what_was_below()
        {
            Stage stage = Furnished();
            Object.Destroy(stage.Find("table"));
            Object.EndFrame();
            SceneState state = stage.Export(1).Single();
            Check.Same("table,vase", string.Join(",", state.Removed.OrderBy(r => r)));
            Check.Same(0, state.Upserts.Count);
        }

        public static void A_refused_hand_edit_is_taken_back()
        {
            Stage stage = Furnished();
            stage.Find("sofa").transform.localPosition = new Vector3(5, 0, 0);
            Object.Destroy(stage.Find("vase"));
            Object.EndFrame();
            stage.Export(1);
            string id = ClientIds(stage).Single();
            stage.Hear(new ServerFrame { Refused = new Refused { Command = id, Category = "forbidden" } });
            stage.Exporter.Refused(id);
            stage.Draw();
            Check.Same(0f, stage.Find("sofa").transform.localPosition.x);
            Check.Same(stage.Find("table").transform, stage.Find("vase").transform.parent);
            Check.Same(0, stage.Export(5).Count);
        }

        public static void After_a_reload_the_objects_are_known_again()
        {
            Stage stage = Furnished();
            GameObject sofa = stage.Find("sofa");
            Transform shown = sofa.GetComponent<NodeView>().Visual;
            var again = new SceneBuilder(stage.Root, () => stage.Client.Mirror, stage.Cache, new Looks(null));
            again.MarkAll();
            while (!again.IsSettled) again.Work(() => 0, 1);
            Object.EndFrame();
            Check.Same(sofa, again.Views["sofa"].gameObject);
            Check.That(again.Views["sofa"].Visual == shown, "nothing is made anew");
            Check.Same(3, stage.Root.GetComponentsInChildren<NodeView>(true).Length);
        }

        public static void Building_keeps_to_its_time()
        {
            var stage = new Stage();
            SceneChange change = Upserts(Enumerable.Range(0, 100).Select(i => Block("b" + i)).ToArray());
            var probe = new SceneMirror();
            try
            {
                probe.Apply(new ServerFrame { Scene = change });
            }
            catch (SceneDiverged)
            {
                change.Hash = probe.Hash;
            }
            stage.Hear(new ServerFrame { Scene = change });
            double time = 0;
            stage.Builder.Work(() => time += 0.001, 0.0105);
            Check.That(stage.Builder.Views.Count >= 8 && stage.Builder.Views.Count <= 12, "about ten in 10 ms");
            stage.Draw();
            Check.Same(100, stage.Builder.Views.Count);
        }

        public static void Skies_and_lights_are_unitys_own()
        {
            var stage = new Stage();
            RenderSettings.skybox = null;
            var lamp = new Node { Id = "lamp", Name = "lamp" };
            var light = new V2.Light { Type = V2.Light.Types.Type.Spot, Intensity = 2, Range = 4, SpotAngle = 30 };
            lamp.Components.Add(new V2.Component { Light = light });
            SceneChange change = Upserts(lamp);
            change.Skybox = new Skybox { Gradient = new Skybox.Types.Gradient { Exponent = 2 } };
            stage.Change(change);
            Check.Same(2f, (float)RenderSettings.skybox.Values["_Exponent"]);
            var shown = stage.Find("lamp").GetComponentsInChildren<UnityEngine.Light>(true).Single();
            Check.Same(LightType.Spot, shown.type);
            Check.Same(30f, shown.spotAngle);
            stage.Change(new SceneChange { Skybox = new Skybox(), Revision = 2 });
            Check.That(RenderSettings.skybox == null, "no sky any more");
        }

        public static void Words_about_the_view_select_hide_and_move_the_camera()
        {
            Stage stage = Furnished();
            var scene = stage.Root.gameObject;
            var client = scene.AddComponent<ScenestreamClient>();
            typeof(ScenestreamClient).GetProperty("Builder").SetValue(client, stage.Builder);
            var follower = scene.AddComponent<ViewFollower>();
            follower.Camera = new GameObject("camera").transform;
            typeof(ViewFollower).GetMethod(
                "OnEnable", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)
                .Invoke(follower, null);
            var told = new View.Types.Selection { Only = true };
            told.Nodes.Add("table");
            client.Events.Raise(new ServerFrame { View = new View { Select = told } });
            Check.Same("table,vase", Enabled(stage, r => r.enabled && r.IsTinted));
            Transform visual = stage.Find("table").GetComponent<NodeView>().Visual;
            var legs = new GameObject("legs");
            legs.transform.SetParent(visual, false);
            Renderer leg = legs.AddComponent<Renderer>();
            told.Names.Add("legs");
            client.Events.Raise(new ServerFrame { View = new View { Select = told } });
            Check.Same("", Enabled(stage, r => r.enabled && r.IsTinted));
            Check.That(leg.IsTinted && leg.enabled, "the legs alone");
            var toggled = new View.Types.Selection();
            toggled.Nodes.Add("table");
            toggled.Names.Add("legs");
            client.Events.Raise(new ServerFrame { View = new View { Toggle = toggled } });
            Check.That(!leg.IsTinted && leg.enabled, "and no more");
            legs.transform.SetParent(null, false);
            var nothing = new View { Select = new View.Types.Selection() };
            client.Events.Raise(new ServerFrame { View = nothing });
            Check.Same("sofa,table,vase", Enabled(stage, r => r.enabled && !r.IsTinted));
            var camera = new View.Types.Camera { Position = new Vec3 { Y = 2 }, Target = new Vec3 { Z = 3 } };
            client.Events.Raise(new ServerFrame { View = new View { Camera = camera } });
            Check.Same(2f, follower.Camera.position.y);
            Check.Same(3f, follower.Camera.LookedAt.z);
            client.Events.Raise(new ServerFrame { View = new View { ResetCamera = true } });
            Check.Same(0f, follower.Camera.position.y);
        }

        private static string Enabled(Stage stage, Func<Renderer, bool> holds)
        {
            IEnumerable<string> ids = stage.Builder.Views.Values
                .Where(v => v.Visual.GetComponentsInChildren<Renderer>(true).All(holds)).Select(v => v.Id);
            return string.Join(",", ids.OrderBy(i => i));
        }
    }
}
