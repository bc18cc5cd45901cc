function e(){return()=>{}}export{e as default};
